import type { TouchView } from '../../db/views.ts';
import { now } from '../state/now.ts';
import { ago, wholeMoment } from '../state/times.ts';

type Props = { at: number; precision?: TouchView['precision'] };

/** A moment in words that a person would use, with the exact one at hand. */
export function Moment({ at, precision = 'second' }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} title={wholeMoment(at, precision)}>
      {ago(at, now.value, precision)}
    </time>
  );
}
