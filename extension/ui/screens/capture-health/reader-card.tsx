import type { ReaderHealth } from '../../../../shared/yield/reader-health.ts';
import { Icon } from '../../components/icon.tsx';
import { readerName, yieldSentences, yieldState } from '../../state/yield-words.ts';
import { ChartLegend } from './chart-legend.tsx';
import { YieldChart } from './yield-chart.tsx';
import { YieldTable } from './yield-table.tsx';

/** One reader: how it does in a word and a sentence, its chart, and the same as a table. */
export function ReaderCard({ health, today }: { health: ReaderHealth; today: number }) {
  const name = readerName(health.reader);
  const state = yieldState(health);
  const [first = '', ...more] = yieldSentences(health, today);
  const heading = `reader-${health.reader}`;
  const charted = health.days.some(({ point }) => point !== null);
  return (
    <section class="reader-card" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{name}</h2>
        <span class={`badge ${state.good ? 'badge-known' : 'badge-changed'}`}>
          <Icon name={state.good ? 'check' : 'warning'} />
          {state.word}
        </span>
      </header>
      <p class="reader-verdict">{first}</p>
      {more.map((sentence) => (
        <p key={sentence} class="faint">
          {sentence}
        </p>
      ))}
      {charted && (
        <>
          <YieldChart health={health} today={today} label={`${name}: ${first}`} />
          <ChartLegend />
          <YieldTable health={health} />
        </>
      )}
    </section>
  );
}
