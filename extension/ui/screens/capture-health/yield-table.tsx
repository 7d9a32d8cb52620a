import type { HealthDay, ReaderHealth } from '../../../../shared/yield/reader-health.ts';
import { say } from '../../state/say.ts';
import { dayDate, limitWords, percent, standsOut } from '../../state/yield-words.ts';

/** All that the chart shows, newest day first. */
export function YieldTable({ health }: { health: ReaderHealth }) {
  return (
    <details class="yield-table">
      <summary>{say('capture.table')}</summary>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{say('capture.day')}</th>
            <th scope="col">{say('capture.seen')}</th>
            <th scope="col">{say('capture.read')}</th>
            <th scope="col">{say('capture.partly')}</th>
            <th scope="col">{say('capture.refused')}</th>
            <th scope="col">{say('capture.usualShare')}</th>
            <th scope="col">{say('capture.limits')}</th>
            <th scope="col">{say('capture.notable')}</th>
          </tr>
        </thead>
        <tbody>
          {health.days.toReversed().map((day) => (
            <Row key={day.day} day={day} newVersions={health.newVersions} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ day, newVersions }: { day: HealthDay; newVersions: ReaderHealth['newVersions'] }) {
  const { point } = day;
  const versions = newVersions.filter((one) => one.day === day.day);
  const notable = [
    ...(point === null ? [] : [standsOut(point)]),
    ...versions.map(({ version }) => say('capture.newVersion', version)),
  ].filter((words) => words !== '');
  return (
    <tr>
      <th scope="row">{dayDate(day.day)}</th>
      <td data-label={say('capture.seen')} class="number">
        {day.seen}
      </td>
      <td data-label={say('capture.read')} class="number">
        {point === null ? day.read : say('capture.countAndShare', day.read, percent(point.share))}
      </td>
      <td data-label={say('capture.partly')} class="number">
        {day.partly}
      </td>
      <td data-label={say('capture.refused')} class="number">
        {day.refused}
      </td>
      <td data-label={say('capture.usualShare')} class="number">
        {point?.centre == null ? '–' : percent(point.centre)}
      </td>
      <td data-label={say('capture.limits')} class="number">
        {limitWords(point)}
      </td>
      <td data-label={say('capture.notable')}>{notable.join(' ')}</td>
    </tr>
  );
}
