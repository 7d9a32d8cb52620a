import type { FieldDifference } from '../../db/views.ts';
import { editField } from '../state/edit-field.ts';
import { fieldWord } from '../state/record-words.ts';
import { say } from '../state/say.ts';
import { useServices } from '../state/services.ts';
import { Action } from './action.tsx';

type Props = { differences: FieldDifference[]; keyHint: string | null };

/** What we have beside what the page says; accepting takes the page's word as the person's own, and can be undone. */
export function Differences({ differences, keyHint }: Props) {
  const { calls } = useServices();
  return (
    <table class="differences">
      <caption class="hidden">{say('difference.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('difference.field')}</th>
          <th scope="col">{say('difference.ours')}</th>
          <th scope="col">{say('difference.page')}</th>
          <th scope="col">
            <span class="hidden">{say('difference.accept')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, n) => (
          <tr key={`${difference.id} ${difference.field}`}>
            <th scope="row">{fieldWord(difference.field)}</th>
            <td dir="auto">{difference.ours === '' ? say('difference.nothing') : difference.ours}</td>
            <td dir="auto">{difference.page}</td>
            <td>
              <Action
                keyHint={n === 0 ? keyHint : null}
                about={fieldWord(difference.field)}
                run={() => acceptDifference(calls, difference)}
              >
                {say('difference.accept')}
              </Action>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function acceptDifference(
  calls: Parameters<typeof editField>[0],
  { record, id, field, ours, page }: FieldDifference,
): Promise<boolean> {
  return editField(calls, { record, id, field, before: ours, after: page });
}
