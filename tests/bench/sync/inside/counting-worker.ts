import shipped, { Workspace as Shipped } from '../../../../worker/src/index.ts';

// The shipped worker, with one more answer: how many rows its objects have written, as Cloudflare bills them. Never timed.

const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
let done = 0;

export class Workspace extends Shipped {
  constructor(ctx: DurableObjectState, env: Env) {
    countWrites(ctx.storage.sql);
    super(ctx, env);
  }
}

function countWrites(sql: SqlStorage): void {
  const prototype = Object.getPrototypeOf(sql) as SqlStorage & { counted?: true };
  if (prototype.counted) return;
  prototype.counted = true;
  const exec = prototype.exec;
  prototype.exec = function counted<T extends Record<string, SqlStorageValue>>(
    this: SqlStorage,
    text: string,
    ...values: unknown[]
  ) {
    const cursor = exec.call(this, text, ...values) as SqlStorageCursor<T>;
    cursors.push(cursor as never);
    if (cursors.length > 100) settle();
    return cursor;
  };
}

/** A cursor's number is whole once it has been read to its end, which every one is by the next statement but a few. */
function settle(): void {
  for (const cursor of cursors.splice(0)) done += cursor.rowsWritten;
}

export default {
  fetch: (request: Request, env: Env, ctx: ExecutionContext) => {
    if (!request.url.endsWith('/rows-written')) return shipped.fetch(request, env, ctx);
    settle();
    return Response.json(done);
  },
};
