import { expandChange } from '../../../shared/protocol/compact-operation.ts';
import type { LiveDown3 } from '../../../shared/protocol/live-3.ts';
import type { Company } from '../model/company-state.ts';
import { isAnyRestricted, maySee } from '../model/visibility.ts';
import { Violation } from '../violation.ts';

/** A page, or the rows of a segment, as JSON: nothing of it is read while everything that it holds is open to everybody. */
export function checkSentText(company: Company, member: string, text: string): void {
  if (isOpen(company, text)) return;
  const said = JSON.parse(text) as unknown[] | { rows?: unknown[] };
  checkSent(company, member, Array.isArray(said) ? said : (said.rows ?? []));
}

function isOpen(company: Company, text: string): boolean {
  return !isAnyRestricted(company) && !text.includes('"note"');
}

/**
 * No row leaves for whom it is not. Packed or not; a row without content says only that it is not for them, which is too much of what
 * is somebody else's alone.
 */
function checkSent(company: Company, member: string, rows: readonly unknown[]): void {
  for (const row of rows) {
    const [kind, id, isThere] = Array.isArray(row)
      ? [row[0] as string, row[1] as string, row.length > 3]
      : [
          (row as { kind: string }).kind,
          (row as { id: string }).id,
          (row as { gone: boolean }).gone === false,
        ];
    if (isThere || kind === 'note') checkOne(company, member, id);
  }
}

export function checkPoked(company: Company, member: string, text: string): void {
  if (isOpen(company, text)) return;
  const said = JSON.parse(text) as LiveDown3;
  if (said.type !== 'poke') return;
  for (const [, , kind, content] of said.steps ?? []) {
    if (kind === 'rows') checkSent(company, member, content);
    else for (const [, changes] of content) for (const one of changes) checkOne(company, member, idOf(one));
  }
}

function idOf(change: unknown): string {
  return (expandChange(change, '') as { id: string }).id;
}

function checkOne(company: Company, member: string, id: string): void {
  const record = company.records.get(id);
  if (record !== undefined && !maySee(company, member, record)) {
    throw new Violation('sent beyond its rule', `${record.kind} ${id} to ${member}`);
  }
}
