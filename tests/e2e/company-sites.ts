import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CompanySite = { host: string; html: string };

export type CompanySites = {
  /** For Chromium's `--host-resolver-rules`, so that `http://<host>/` reaches these pages. */
  hostRules: string[];
  url(host: string): string;
  close(): Promise<void>;
};

/** Serves made-up companies' home pages by host name, on loopback; unknown hosts answer 404. */
export async function serveCompanySites(sites: readonly CompanySite[]): Promise<CompanySites> {
  const pages = new Map(sites.map((site) => [site.host, site.html]));
  const server = createServer((request, response) => {
    const html = pages.get((request.headers.host ?? '').replace(/:\d+$/, ''));
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? 'No such company.');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    hostRules: [`MAP *.example 127.0.0.1:${port}`],
    url: (host) => `http://${host}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
