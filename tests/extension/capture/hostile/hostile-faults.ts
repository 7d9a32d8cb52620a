import { interpretReading } from '../../../../extension/reading/interpret-reading.ts';
import { prototypeWatch } from '../../../fuzz/pages/prototype-watch.ts';
import { CONTROL, type HostileCase } from './hostile-case.ts';
import type { HostileOutcome } from './read-hostile.ts';

/** What went wrong where a hostile page was read and its reading interpreted, a line each; none where nothing did. */
export function faultsOf(one: HostileCase, outcome: HostileOutcome): string[] {
  const { readings, refused, thrown, trips, requests, polluted } = outcome;
  const unchanged = prototypeWatch();
  const interpreted = readings.map(interpretReading);
  const said = JSON.stringify(
    interpreted.map(({ people, companies, mails }) => ({ people, companies, mails })),
  );
  const says = (text: string) => said.includes(JSON.stringify(text).slice(1, -1));
  const { finds = [], without = [], health, control = 'read' } = one;
  const wanted = [...finds, ...(control === 'read' ? [CONTROL] : [])];
  const urls = interpreted.flatMap(({ people, companies }) =>
    [...people, ...companies].flatMap(({ urls = [] }) => urls),
  );
  const lines = (what: string, found: readonly string[]) => found.map((text) => `${what}: ${text}`);
  return [
    ...lines('refused by the background', refused),
    ...lines('thrown', thrown),
    ...lines('code of the page ran', trips),
    ...lines(
      'asked for',
      requests.filter((url) => one.asks?.test(url) !== true),
    ),
    ...lines('polluted', [...polluted, ...unchanged()]),
    ...lines(
      'problem',
      readings.flatMap(({ problems }) => problems).filter((problem) => problem === 'threw'),
    ),
    ...lines(
      'not found',
      wanted.filter((text) => !says(text)),
    ),
    ...lines('said', without.filter(says)),
    ...lines(
      'no web address',
      urls.filter((url) => !/^https?:\/\//.test(url)),
    ),
    ...(health === undefined || (readings.at(-1)?.health ?? 'unknown-page') === health
      ? []
      : [`health is not ${health}`]),
  ];
}
