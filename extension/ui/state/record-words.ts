import type { MemberRole, MemberStatus } from '../../../shared/domain/member.ts';
import type { FieldDifference, MemberGlance, Standing, SuggestionView, TouchView } from '../../db/views.ts';
import { say, type WordKey } from './say.ts';

const standings: Record<Standing['kind'], WordKey> = {
  known: 'standing.known',
  several: 'standing.several',
  unknown: 'standing.unknown',
  elsewhere: 'standing.elsewhere',
  changed: 'standing.changed',
};
const reasons: Record<SuggestionView['why'], WordKey> = {
  freemail: 'suggestion.freemail',
  copied: 'suggestion.copied',
  'on-page': 'suggestion.onPage',
  'unknown-bulk': 'suggestion.unknownBulk',
};
const roles: Record<MemberRole, WordKey> = {
  admin: 'role.admin',
  manager: 'role.manager',
  rep: 'role.rep',
  viewer: 'role.viewer',
};
const statuses: Record<MemberStatus, WordKey> = {
  invited: 'status.invited',
  active: 'status.active',
  suspended: 'status.suspended',
  departed: 'status.departed',
};
const parts: Record<TouchView['people'][number]['role'], WordKey> = {
  from: 'part.from',
  to: 'part.to',
  cc: 'part.cc',
};
const fields: Record<string, WordKey> = {
  name: 'field.name',
  website: 'field.website',
  address: 'field.address',
  note: 'field.note',
  title: 'field.title',
  from: 'field.from',
  until: 'field.until',
  text: 'note.one',
};

export const standingWord = (kind: Standing['kind']): string => say(standings[kind]);
export const suggestionReason = (why: SuggestionView['why']): string => say(reasons[why]);
export const roleWord = (role: MemberRole): string => say(roles[role]);
export const statusWord = (status: MemberStatus): string => say(statuses[status]);
export const partWord = (part: TouchView['people'][number]['role']): string => say(parts[part]);

/** The name of a record's field; a field that a newer version added is named as it is stored. */
export function fieldWord(field: FieldDifference['field']): string {
  const key = fields[field];
  return key === undefined ? field : say(key);
}

/** A colleague's name, with the status where it is not the ordinary one. */
export function memberWords(member: MemberGlance): string {
  return member.status === 'active'
    ? member.name
    : say('member.named', member.name, statusWord(member.status));
}
