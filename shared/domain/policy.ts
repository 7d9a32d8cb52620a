import * as v from 'valibot';

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const list = (most: number) => v.pipe(v.array(text(254)), v.maxLength(most));

/** The workspace's capture policy; one row of the pool, so that every device applies it before anything leaves. */
export const policySchema = v.object({
  /** Registrable domains of the workspace: colleagues, never contacts. */
  ownDomains: list(200),
  never: v.object({ addresses: list(5000), domains: list(5000), sites: list(5000) }),
  /** Providers beyond the built-in table, and built-in ones that here are business. */
  freemail: v.object({ also: list(1000), not: list(1000) }),
  keepSubject: v.boolean(),
  keepPath: v.boolean(),
});
export type Policy = v.InferOutput<typeof policySchema>;

export const defaultPolicy: Policy = {
  ownDomains: [],
  never: { addresses: [], domains: [], sites: [] },
  freemail: { also: [], not: [] },
  keepSubject: true,
  keepPath: false,
};
