import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type ReaderHealth, readerHealths } from '../../../../shared/yield/reader-health.ts';
import { dayOf } from '../../../../shared/yield/yield-counts.ts';
import type { Notice } from '../../../rpc/notice.ts';
import { Action } from '../../components/action.tsx';
import { Empty } from '../../components/empty.tsx';
import { NoticeLine } from '../../components/notice-box.tsx';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { yieldState } from '../../state/yield-words.ts';
import { ReaderCard } from './reader-card.tsx';

/** As far back as the chart shows: long enough for what is usual, short enough that a day is to be seen. */
const shownDays = 120;

/** One card for each reader that met mails lately, as the worker counted them: asked for, not kept on the device. */
export function CaptureBoard() {
  const { calls } = useServices();
  const health = useSignal<{ readers: ReaderHealth[]; today: number } | null>(null);
  const notice = useSignal<Notice | null>(null);
  const refresh = async () => {
    const result = await calls.readYields({ days: shownDays });
    notice.value = result.ok ? null : result.notice;
    if (!result.ok) return;
    const { rows, now } = result.value;
    // Whatever asks for somebody comes first.
    const readers = readerHealths(rows).sort(
      (a, b) => Number(yieldState(a).good) - Number(yieldState(b).good),
    );
    health.value = { readers, today: dayOf(now) };
  };
  // Asked once, when the screen opens.
  useEffect(() => void refresh(), []);
  const shown = health.value;
  return (
    <>
      <p class="faint">{say('capture.lead')}</p>
      <NoticeLine notice={notice.value} />
      {notice.value !== null && <Action run={refresh}>{say('member.tryAgain')}</Action>}
      {shown === null && notice.value === null && <p class="faint">{say('panel.reading')}</p>}
      {shown?.readers.length === 0 && <Empty title={say('capture.empty')}>{say('capture.emptyWhy')}</Empty>}
      {shown?.readers.map((reader) => (
        <ReaderCard key={reader.reader} health={reader} today={shown.today} />
      ))}
    </>
  );
}
