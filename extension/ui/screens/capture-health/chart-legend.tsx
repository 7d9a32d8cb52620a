import { say, type WordKey } from '../../state/say.ts';

const parts: { is: string; words: WordKey; path: string }[] = [
  { is: 'share', words: 'capture.legend.share', path: 'M12 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0' },
  { is: 'fell', words: 'capture.legend.fell', path: 'M2 3h12L8 14z' },
  { is: 'rose', words: 'capture.legend.rose', path: 'M2 13h12L8 2z' },
  { is: 'centre', words: 'capture.legend.usual', path: 'M0 8h16' },
  { is: 'limits', words: 'capture.legend.limits', path: 'M0 11h5V5h6v6h5' },
  { is: 'mails', words: 'capture.legend.mails', path: 'M3 14V8M8 14V3M13 14v-4' },
  { is: 'version', words: 'capture.legend.version', path: 'M8 0v3m0 3v3m0 3v3' },
];

/** What the chart's shapes mean: each differs from the others without its colour. */
export function ChartLegend() {
  return (
    <ul class="chart-legend plain">
      {parts.map(({ is, words, path }) => (
        <li key={is}>
          <svg class={`mark mark-${is}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} />
          </svg>
          {say(words)}
        </li>
      ))}
    </ul>
  );
}
