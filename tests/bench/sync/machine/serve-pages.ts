import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

export type Pages = {
  /** The page of this engine at an origin of its own: a site's database and process are its own. */
  url(engine: string, origin: string): string;
  /** What the page of this engine runs. */
  script(engine: string): Promise<string>;
  close(): Promise<void>;
};

/** Serves a page a engine, with the engine bundled into it. `entries`: name → module. Rejects where one does not bundle. */
export async function servePages(entries: ReadonlyMap<string, string>): Promise<Pages> {
  const scripts = new Map<string, Promise<string>>();
  const bundled = (entry: string) => {
    const script = scripts.get(entry) ?? bundleForPage(entry);
    scripts.set(entry, script);
    return script;
  };
  const server = createServer((request, response) => {
    const name = /^\/([a-z]+)\.(html|js)$/.exec(request.url ?? '');
    const entry = entries.get(name?.[1] ?? '');
    if (name === null || entry === undefined) return void response.writeHead(204).end();
    if (name[2] === 'html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>${name[1]}</title><body><script src="/${name[1]}.js"></script>`);
      return;
    }
    bundled(entry).then(
      (text) => response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (engine, origin) => `http://${origin}.localhost:${port}/${engine}.html`,
    script: (engine) => bundled(entries.get(engine) ?? ''),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bundleForPage(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    inject: [join(import.meta.dirname, '../page/instrument.ts')],
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2024',
    platform: 'browser',
    conditions: ['browser', 'import'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    minify: true,
    keepNames: true,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
