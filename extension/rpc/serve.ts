import { expose } from 'comlink';
import * as v from 'valibot';
import type { CallMap } from './call-map.ts';
import type { Notice } from './notice.ts';
import { type PortLike, portEndpoint } from './port-endpoint.ts';

/** What answers the calls of a map; `caller` is who asked, as the browser says and never as the message says. */
export type Handlers<M extends CallMap, C> = {
  [K in keyof M]: (input: v.InferOutput<M[K]['input']>, caller: C) => Promise<v.InferOutput<M[K]['output']>>;
};

/** How each call says that it failed. */
export type Failures<M extends CallMap> = {
  [K in keyof M]: (notice: Notice) => v.InferOutput<M[K]['output']>;
};

export type Serving<M extends CallMap, C> = {
  calls: M;
  handlers: Handlers<M, C>;
  failures: Failures<M>;
  /** Turns what a handler threw into what the person is told. */
  notice: (error: unknown) => Notice;
};

/** Comlink would walk any path and set any property: only a plain call of one name with one JSON argument passes. */
const plainCall = v.variant('type', [
  v.object({
    id: v.pipe(v.string(), v.maxLength(200)),
    type: v.literal('APPLY'),
    path: v.strictTuple([v.pipe(v.string(), v.maxLength(50))]),
    argumentList: v.strictTuple([v.object({ type: v.literal('RAW'), value: v.unknown() })]),
  }),
  v.object({ id: v.pipe(v.string(), v.maxLength(200)), type: v.literal('RELEASE') }),
]);

/** Serves a call map on one port until the port dies. Input that does not parse is answered `malformed`, not handled. */
export function serve<M extends CallMap, C>(port: PortLike, serving: Serving<M, C>, caller: C): void {
  const { calls, handlers, failures, notice } = serving;
  const served = Object.create(null) as Record<string, (input: unknown) => Promise<unknown>>;
  for (const name of Object.keys(calls) as (keyof M & string)[]) {
    const call = calls[name] as M[keyof M & string];
    served[name] = async (input) => {
      const parsed = v.safeParse(call.input, input);
      if (!parsed.success) return failures[name]({ kind: 'malformed', detail: v.summarize(parsed.issues) });
      try {
        return await handlers[name](parsed.output as v.InferOutput<M[typeof name]['input']>, caller);
      } catch (error) {
        return failures[name](notice(error));
      }
    };
  }
  const admit = (message: unknown) => {
    const parsed = v.safeParse(plainCall, message);
    return (
      parsed.success && (parsed.output.type === 'RELEASE' || Object.hasOwn(served, parsed.output.path[0]))
    );
  };
  expose(served, portEndpoint(port, { admit }));
}
