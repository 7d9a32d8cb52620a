import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';

const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** POST /v1/workspaces, with `Authorization: Deployment <secret>`. */
export const createWorkspaceRequest = v.object({
  name: label,
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'not a slug')),
  ownDomains: v.pipe(v.array(v.pipe(v.string(), v.toLowerCase(), v.maxLength(253))), v.maxLength(50)),
  /** Mail providers beyond the built-in table, for the policy to begin with. */
  freemail: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.toLowerCase(), v.maxLength(253))), v.maxLength(50)),
  ),
  admin: v.object({ name: label, email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email()) }),
});
export type CreateWorkspaceRequest = v.InferOutput<typeof createWorkspaceRequest>;

export const createWorkspaceResponse = v.object({
  workspace: idSchema,
  /** The admin's link to paste (credential.ts); it dies with its first use or after 7 days. */
  invitation: v.string(),
});
