import { useEffect, useState } from 'preact/hooks';
import { Empty } from '../../components/empty.tsx';
import { say } from '../../state/say.ts';

type Board = typeof import('./capture-board.tsx').CaptureBoard;

/** Whether the readers of webmails still understand what they are shown. Chart and arithmetic are loaded with this screen only. */
export function CaptureHealth({ admin }: { admin: boolean }) {
  const [board, setBoard] = useState<{ Board: Board } | null>(null);
  useEffect(() => {
    if (admin)
      void import('./capture-board.tsx').then(({ CaptureBoard }) => setBoard({ Board: CaptureBoard }));
  }, [admin]);
  return (
    <>
      <h1>{say('nav.capture')}</h1>
      {!admin && <Empty title={say('capture.adminsOnly')} />}
      {board !== null && <board.Board />}
    </>
  );
}
