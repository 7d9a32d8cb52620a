import type { DuplicateField, DuplicateSide, DuplicateView } from '../../../db/views.ts';
import { Action } from '../../components/action.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { duplicateFieldWord, pairName, reasonSentence } from '../../state/duplicate-words.ts';
import { say, type WordKey } from '../../state/say.ts';

type Props = {
  pair: DuplicateView;
  current: boolean;
  enter: () => void;
  /** Null: this person may only look. */
  decide: { merge: () => Promise<void>; setApart: () => Promise<void>; swap: () => void } | null;
};

/** Two records side by side, what speaks for their being one, and where they differ. The heading is the keyboard's stop. */
export function DuplicateCard({ pair, current, enter, decide }: Props) {
  const { kind, keep, other, reasons, fields } = pair;
  const about = pairName(keep, other);
  return (
    <li class="pair" data-current={current ? '' : undefined} onFocusCapture={enter}>
      <h2 data-row="" tabIndex={-1}>
        <Icon name={kind === 'person' ? 'person' : 'company'} />
        <span dir="auto">{about}</span>
      </h2>
      <ul class="plain reasons">
        {reasons.map((reason) => {
          const sentence = reasonSentence(reason);
          return (
            sentence !== null && (
              <li key={reason.kind} dir="auto">
                {sentence}
              </li>
            )
          );
        })}
      </ul>
      <table class="sides">
        <caption class="hidden">{about}</caption>
        <thead>
          <tr>
            <th scope="col">{say('duplicate.field')}</th>
            <th scope="col">{say('duplicate.kept')}</th>
            <th scope="col">{say('duplicate.below')}</th>
            <th scope="col">{say('duplicate.compared')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, is }) => (
            <tr key={field} data-is={is}>
              <th scope="row">{duplicateFieldWord(field)}</th>
              <Side label={say('duplicate.kept')} kind={kind} side={keep} field={field} />
              <Side label={say('duplicate.below')} kind={kind} side={other} field={field} />
              <td class="is">
                <Icon name={marks[is].icon} />
                {say(marks[is].words)}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('duplicate.touches')}</th>
            <Contacts label={say('duplicate.kept')} side={keep} />
            <Contacts label={say('duplicate.below')} side={other} />
            <td class="is" />
          </tr>
        </tbody>
      </table>
      {decide !== null && (
        <div class="buttons">
          <Action look="primary" keyHint={current ? 'm' : null} about={about} run={decide.merge}>
            {say('duplicate.merge')}
          </Action>
          <Action keyHint={current ? 'n' : null} about={about} run={decide.setApart}>
            {say('duplicate.notSame')}
          </Action>
          <Action look="quiet" keyHint={current ? 's' : null} about={about} run={decide.swap}>
            {say('duplicate.swap')}
          </Action>
        </div>
      )}
    </li>
  );
}

const marks: Record<DuplicateView['fields'][number]['is'], { icon: IconName; words: WordKey }> = {
  same: { icon: 'check', words: 'duplicate.same' },
  differs: { icon: 'arrows', words: 'duplicate.differs' },
  'one-sided': { icon: 'add', words: 'duplicate.oneSided' },
};

type SideProps = { label: string; kind: DuplicateView['kind']; side: DuplicateSide; field: DuplicateField };

function Side({ label, kind, side, field }: SideProps) {
  const values = side.values[field];
  return (
    <td data-label={label}>
      {values.length === 0 && <span class="faint">{say('duplicate.nothing')}</span>}
      <ul class="plain">
        {values.map((value, n) => (
          <li key={value} dir="auto">
            {field === 'name' && n === 0 ? (
              <RecordLink to={{ screen: kind, id: side.id }} name={value} />
            ) : (
              value
            )}
          </li>
        ))}
      </ul>
    </td>
  );
}

function Contacts({ label, side }: { label: string; side: DuplicateSide }) {
  return (
    <td data-label={label}>
      {side.touches}
      {side.lastTouch !== null && (
        <span class="faint aside">
          <Moment at={side.lastTouch.at} precision={side.lastTouch.precision} />
        </span>
      )}
    </td>
  );
}
