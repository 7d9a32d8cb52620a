import * as v from 'valibot';
import { isPlainOperation } from '../../../../shared/protocol/is-plain-operation.ts';
import { type Operation, operationSchema } from '../../../../shared/protocol/operation.ts';
import { type Refused, refuse } from '../decision.ts';
import { describeIssue } from './describe-issue.ts';

/**
 * What came as operations of a push, each checked and none twice; or the refusal that names the first at fault. `expand` makes of
 * what was sent what `operationSchema` is asked about.
 */
export function takeOperations(
  sent: readonly unknown[],
  expand: (one: unknown) => unknown = (one) => one,
): { kind: 'parsed'; operations: Operation[] } | Refused {
  const operations: Operation[] = [];
  const seen = new Set<string>();
  for (const [i, one] of sent.entries()) {
    const operation = expand(one);
    if (isPlainOperation(operation)) operations.push(operation);
    else {
      const parsed = v.safeParse(operationSchema, operation, { abortEarly: true });
      if (!parsed.success) return malformed(i, describeIssue(parsed.issues[0]));
      operations.push(parsed.output);
    }
    const { id } = operations[i] as Operation;
    if (seen.has(id)) return malformed(i, ': check, expected ids that differ');
    seen.add(id);
  }
  return { kind: 'parsed', operations };
}

function malformed(operation: number, what: string): Refused {
  return refuse('malformed', 'The body does not fit', {
    detail: `.operations[${operation}]${what.replace(/^\.:/, ':')}`,
    operation,
  });
}
