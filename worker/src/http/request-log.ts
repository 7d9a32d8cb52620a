import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';
import { sha256 } from './secrets.ts';

/** Hashes that are remembered: each would otherwise be made anew for every request of its workspace. */
const mostKnown = 1000;

/**
 * One JSON line a request: nothing in it names a person, a company or a secret. The route is its pattern, and the workspace
 * the beginning of a hash, enough to tell two apart.
 */
export function requestLog(
  patterns: ReadonlySet<string>,
  write: (line: string) => void = (line) => console.log(line),
): MiddlewareHandler<AppEnv> {
  const known = new Map<string, string>();
  const remember = async (workspace: string) => {
    const hash = (await sha256(workspace)).slice(0, 8);
    if (known.size >= mostKnown) known.clear();
    known.set(workspace, hash);
    return hash;
  };
  return async (c, next) => {
    const start = Date.now();
    c.set('workspace', null);
    c.set('problem', null);
    await next();
    const workspace = c.get('workspace');
    const matched = c.req.matchedRoutes.map(({ path }) => path).find((path) => patterns.has(path));
    write(
      JSON.stringify({
        method: c.req.method,
        route: matched ?? 'none',
        status: c.res.status,
        ms: Date.now() - start,
        workspace: workspace === null ? null : (known.get(workspace) ?? (await remember(workspace))),
        problem: c.get('problem'),
      }),
    );
  };
}

/** Where a bug threw, without its message: that may quote what somebody sent. */
export function errorLine(error: Error): string {
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return JSON.stringify({ error: error.name, at: frames.slice(0, 5).map((line) => line.trim()) });
}
