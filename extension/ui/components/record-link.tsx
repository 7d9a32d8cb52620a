import { hashOf, type Route } from '../state/route.ts';
import { useServices } from '../state/services.ts';

type Props = { to: Route; name: string; row?: boolean };

/** A link to a record's page in the pool; `dir="auto"`, because names come in every script. `row`: j and k step over it. */
export function RecordLink({ to, name, row = false }: Props) {
  const { poolPage } = useServices();
  return (
    <a
      class="name"
      dir="auto"
      href={`${poolPage}${hashOf(to)}`}
      target={poolPage === '' ? undefined : 'holdfast-pool'}
      data-row={row ? '' : undefined}
    >
      {name}
    </a>
  );
}
