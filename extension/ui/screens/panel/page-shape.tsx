import { useSignal } from '@preact/signals';
import type { PageState } from '../../../db/views.ts';
import type { PageShape } from '../../../rpc/page-shape.ts';
import { Action } from '../../components/action.tsx';
import { Modal } from '../../components/modal.tsx';
import { saveFile } from '../../components/save-file.ts';
import { tell, tellFailure, tellOutcome } from '../../state/said.ts';
import { say, sayCount } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';

/** Where a page is not understood: a file with its shape, shown before it is saved, for a report to whoever can mend it. */
export function OfferShape({ state }: { state: PageState }) {
  const { calls } = useServices();
  const shape = useSignal<PageShape | null>(null);
  const make = async () => {
    const result = await calls.shapePage({ tab: state.tab });
    if (result.ok) shape.value = result.value;
    else if (result.notice.kind === 'forbidden') tellFailure(say('shape.lost'));
    else tellOutcome(result, '');
  };
  const close = () => {
    shape.value = null;
  };
  return (
    <>
      <p>{say('shape.why')}</p>
      <Action run={make}>{say('shape.make')}</Action>
      {shape.value !== null && <ShapeDialog shape={shape.value} reader={state.reader} close={close} />}
    </>
  );
}

type Props = { shape: PageShape; reader: PageState['reader']; close: () => void };

function ShapeDialog({ shape: { text, frames, cut }, reader, close }: Props) {
  const { now } = useServices();
  const save = () => {
    const name = `${reader}-${new Date(now()).toISOString().slice(0, 10)}.html`;
    saveFile(name, 'text/html', text);
    tell(say('shape.saved', name));
    close();
  };
  const size = Math.max(1, Math.round(new Blob([text]).size / 1024));
  return (
    <Modal title={say('shape.title')} close={close}>
      <p>{say('shape.what')}</p>
      {cut && <p>{say('shape.cut')}</p>}
      <p class="faint">{sayCount('shape.size', frames, size)}</p>
      <textarea class="shape" dir="ltr" readOnly rows={14} aria-label={say('shape.content')} value={text} />
      <div class="buttons">
        <Action look="primary" run={save}>
          {say('shape.save')}
        </Action>
        <Action run={close}>{say('edit.close')}</Action>
      </div>
    </Modal>
  );
}
