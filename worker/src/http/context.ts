import type { Context } from 'hono';
import type { ProblemKind } from '../../../shared/protocol/problem.ts';

/** What the request log may know beside the route and the status. */
export type Variables = { workspace: string | null; problem: ProblemKind | null };

export type AppEnv = { Bindings: Env; Variables: Variables };

export type AppContext = Context<AppEnv>;
