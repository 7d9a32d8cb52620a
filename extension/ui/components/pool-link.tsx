import type { ComponentChildren } from 'preact';
import { hashOf, type Route } from '../state/route.ts';
import { useServices } from '../state/services.ts';

type Props = {
  to: Route;
  class?: string;
  dir?: 'auto';
  'data-row'?: string | undefined;
  children: ComponentChildren;
};

/** A link to a screen of the dashboard, which the panel opens in the one tab that it keeps for it. */
export function PoolLink({ to, ...rest }: Props) {
  const { poolPage } = useServices();
  const target = poolPage === '' ? undefined : 'holdfast-pool';
  return <a href={`${poolPage}${hashOf(to)}`} target={target} {...rest} />;
}
