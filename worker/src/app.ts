import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { access } from './access.ts';
import type { AppEnv } from './http/context.ts';
import { replyNotFound, replyRefused } from './http/reply.ts';
import { errorLine, requestLog } from './http/request-log.ts';
import { joiningRoutes } from './routes/joining.ts';
import { leavingRoutes } from './routes/leaving.ts';
import { liveRoutes } from './routes/live.ts';
import { memberRoutes } from './routes/members.ts';
import { publicRoutes } from './routes/public.ts';
import { syncRoutes } from './routes/sync.ts';
import { yieldRoutes } from './routes/yields.ts';
import { refuse } from './workspace/decision.ts';

const rules = Object.values(access);

/** Everything in front of the workspaces: it authenticates by asking the object that the credential names, and parses. */
export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(requestLog(new Set(rules.map((rule) => rule.path))));
  // Any origin: what opens a door is a token in a header, and never a cookie that a browser would add by itself.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'content-encoding'],
      exposeHeaders: ['retry-after'],
      maxAge: 86_400,
    }),
  );
  for (const register of [
    publicRoutes,
    joiningRoutes,
    syncRoutes,
    liveRoutes,
    memberRoutes,
    yieldRoutes,
    leavingRoutes,
  ]) {
    register(app);
  }
  app.notFound((c) => {
    const path = c.req.path;
    const allowed = rules.filter((rule) => matches(rule.path, path)).map((rule) => rule.method);
    if (allowed.length === 0) return replyNotFound(c);
    c.header('allow', allowed.join(', '));
    return replyRefused(c, refuse('method-not-allowed', 'Not with this method'));
  });
  app.onError((error, c) => {
    console.error(errorLine(error));
    // The runtime says so where an object cannot keep up: asking again at once would make it worse.
    const overloaded = 'overloaded' in error && error.overloaded === true;
    return replyRefused(
      c,
      overloaded
        ? refuse('overloaded', 'The workspace is busy', {}, 5)
        : refuse('server-error', 'Something went wrong here'),
    );
  });
  return app;
}

/** Whether a path fits a route's pattern, whose only variable parts are whole segments. */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i])
  );
}
