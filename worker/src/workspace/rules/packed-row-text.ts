import { kindsSince, type RecordKind } from '../../../../shared/domain/records.ts';

/** Whether a device that speaks this version has heard of the kind. */
export function mayBeKnown(kind: RecordKind, proto: number): boolean {
  return (kindsSince[kind] ?? 1) <= proto;
}

/** A `PackedRow` as JSON, out of the state's text as it is stored. */
export function packedRowText(
  row: { id: string; kind: RecordKind; gone: boolean; seq: number; text: string },
  seen: boolean,
): string {
  const head = `["${row.kind}","${row.id}",${row.seq}`;
  return row.gone || !seen ? `${head}]` : `${head},${row.text}]`;
}
