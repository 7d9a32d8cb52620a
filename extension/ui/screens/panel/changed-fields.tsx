import type { Standing } from '../../../db/views.ts';
import { Differences } from '../../components/differences.tsx';
import type { CardKeys } from './suggestion-buttons.tsx';

type Props = { standing: Extract<Standing, { kind: 'changed' }>; keys: CardKeys };

export function ChangedFields({ standing, keys }: Props) {
  return <Differences differences={standing.differences} keyHint={keys.accept} />;
}
