import { DurableObject } from 'cloudflare:workers';

type Env = { WORKSPACE: DurableObjectNamespace<Workspace> };

/** The floor's server: one object, one table, one insert. */
export class Workspace extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rec (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID');
  }

  override async fetch(request: Request): Promise<Response> {
    const { sql } = this.ctx.storage;
    if (request.method === 'GET') {
      const rows = [...sql.exec('SELECT data FROM rec').raw()].map(([data]) => data);
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      return new Response(`[${rows.join(',')}]`, { headers });
    }
    const text = await new Response(request.body?.pipeThrough(new DecompressionStream('gzip'))).text();
    this.ctx.storage.transactionSync(() => {
      // a bound text may have 2 MB, so the one insert is run once a line
      for (const line of text.split('\n')) {
        sql.exec("INSERT INTO rec SELECT value ->> 'id', value FROM json_each(?)", line);
      }
    });
    return new Response(null, { status: 204 });
  }
}

export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.WORKSPACE.get(env.WORKSPACE.idFromName('floor')).fetch(request),
};
