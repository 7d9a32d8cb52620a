import { createMergeableStore } from 'tinybase';
import { createDurableObjectSqlStoragePersister } from 'tinybase/persisters/persister-durable-object-sql-storage';
import {
  getWsServerDurableObjectFetch,
  WsServerDurableObject,
} from 'tinybase/synchronizers/synchronizer-ws-server-durable-object';

/** The makers' Durable Object with its SQLite persister; the mode with a row each, since the other keeps all in one. */
export class Workspace extends WsServerDurableObject {
  override createPersister() {
    return createDurableObjectSqlStoragePersister(createMergeableStore(), this.ctx.storage.sql, {
      mode: 'fragmented',
    });
  }
  override getFragmentSize() {
    return 1_000_000;
  }
  override getRequestTimeoutSeconds() {
    return 120;
  }
  /** How many contacts lie in SQLite. */
  override fetch(request: Request): Response {
    if (!request.url.endsWith('/stored')) return super.fetch(request) as Response;
    const found = this.ctx.storage.sql.exec(
      'SELECT count(*) AS n FROM tinybase_tables WHERE row_id IS NOT NULL AND cell_id IS NULL',
    );
    return Response.json(found.one().n);
  }
}

type Env = { WORKSPACE: DurableObjectNamespace };
const live = getWsServerDurableObjectFetch('WORKSPACE');

export default {
  fetch: (request: Request, env: Env) =>
    request.url.endsWith('/stored')
      ? env.WORKSPACE.get(env.WORKSPACE.idFromName('contacts')).fetch(request)
      : live(request, env as never),
};
