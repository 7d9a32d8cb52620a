import { readFile } from 'node:fs/promises';

/**
 * The configuration that workerd needs to serve `worker.js` beside it, in Cap'n Proto's text form: one socket, one class of
 * objects, each with its SQLite file below `objects`. The compatibility date is the one that is deployed with.
 */
export async function workerdConfig(): Promise<string> {
  const wrangler = await readFile(new URL('../wrangler.jsonc', import.meta.url), 'utf8');
  const date = /"compatibility_date":\s*"(\d{4}-\d{2}-\d{2})"/.exec(wrangler)?.[1];
  if (date === undefined) throw new Error('worker/wrangler.jsonc names no compatibility date');
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "objects", disk = (path = "objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${date}",
  bindings = [
    (name = "WORKSPACE", durableObjectNamespace = "Workspace"),
    (name = "DEPLOYMENT_SECRET", fromEnvironment = "DEPLOYMENT_SECRET"),
  ],
  durableObjectNamespaces = [(className = "Workspace", uniqueKey = "holdfast-workspace", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),
);
`;
}
