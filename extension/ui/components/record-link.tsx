import type { Route } from '../state/route.ts';
import { PoolLink } from './pool-link.tsx';

type Props = { to: Route; name: string; row?: boolean };

/** A link to a record's page in the pool; `dir="auto"`, because names come in every script. `row`: j and k step over it. */
export function RecordLink({ to, name, row = false }: Props) {
  return (
    <PoolLink to={to} class="name" dir="auto" data-row={row ? '' : undefined}>
      {name}
    </PoolLink>
  );
}
