import type * as v from 'valibot';

/** One call of a map: what goes in and what comes out, both plain JSON. Errors are values of `output`. */
export type Call = { input: v.GenericSchema; output: v.GenericSchema };
export type CallMap = Record<string, Call>;

/** The functions that a call map stands for. */
export type Calls<M extends CallMap> = {
  [K in keyof M]: (input: v.InferOutput<M[K]['input']>) => Promise<v.InferOutput<M[K]['output']>>;
};
