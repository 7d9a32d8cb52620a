import * as v from 'valibot';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** Registers of a person. Titles belong to the affiliation: one person may hold two. */
export const personFields = { name: text(200), note: text(4000) };

/** `emails` normalised (identity/email-address.ts); `phones` as read, or E.164 where known. */
export const personSets = { emails: text(254), phones: text(40), urls: text(500) };
