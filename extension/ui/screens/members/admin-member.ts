import type { MembersResponse } from '../../../../shared/protocol/members.ts';

/** A member as the worker lists them for an admin. */
export type AdminMember = MembersResponse['members'][number];
