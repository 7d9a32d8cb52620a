import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * `node record-constructed.ts PROJECT FILE...` loads each module and prints, as JSON, which regular expressions were put together
 * while it loaded, and where. A module that cannot be loaded outside a browser is passed over.
 */
const [project = '', ...files] = process.argv.slice(2);
const seen = new Map<string, { file: string; line: number; pattern: string; flags: string }>();
const Native = RegExp;

globalThis.RegExp = new Proxy(Native, {
  construct: (target, given, called) => recorded(Reflect.construct(target, given, called)),
  apply: (target, self, given) => recorded(Reflect.apply(target, self, given)),
});
for (const file of files) await import(pathToFileURL(`${project}/${file}`).href).catch(() => {});
globalThis.RegExp = Native;
console.log(JSON.stringify([...seen.values()]));

function recorded(expression: RegExp): RegExp {
  const place = (new Error().stack ?? '')
    .split('\n')
    .map((frame) => Native('(file://[^)]+):([0-9]+):[0-9]+').exec(frame))
    .find((found) => found !== null && found[1] !== import.meta.url);
  if (place?.[1] !== undefined) {
    const { source: pattern, flags } = expression;
    const one = { file: relative(project, fileURLToPath(place[1])), line: Number(place[2]), pattern, flags };
    seen.set(JSON.stringify(one), one);
  }
  return expression;
}
