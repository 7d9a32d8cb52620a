import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Database } from '../../db/database.ts';
import type { InterfaceClient } from '../../rpc/interface-client.ts';

/** What the interface stands on, handed in by the entrypoint: the device's pool to read, and the background to ask. */
export type Services = {
  db: Database;
  calls: InterfaceClient;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** The address of the pool's page before the `#`: empty on that page itself. */
  poolPage: '' | 'dashboard.html';
};

export const ServicesContext = createContext<Services | null>(null);

/** The services of the page. Throws outside a provider: that is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('no services provided');
  return services;
}
