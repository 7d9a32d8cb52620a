import type { Standing } from '../../../db/views.ts';
import { say } from '../../state/say.ts';
import { calendarDate } from '../../state/times.ts';

/** Whom to ask about somebody whom the company knows and this device may not show, or has not fetched yet. */
export function Elsewhere({ standing }: { standing: Extract<Standing, { kind: 'elsewhere' }> }) {
  const { steward, lastTouch } = standing;
  return (
    <p>
      {steward === null ? say('standing.elsewhereNobody') : say('standing.elsewhereSteward', steward)}
      {lastTouch !== null && ` ${say('account.lastTouch')}: ${calendarDate(lastTouch)}`}
    </p>
  );
}
