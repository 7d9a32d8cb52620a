import { runChecks } from './run-checks.ts';

const done = await runChecks((line) => console.log(line));
const failed = done.filter(({ result }) => !result.ok).length;
console.log(`${done.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
