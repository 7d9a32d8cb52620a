import type { SiteAdapter } from './adapter.ts';
import { roundcubeAdapter } from './roundcube/roundcube-adapter.ts';
import { webAdapter } from './web/web-adapter.ts';

/** Every webmail that can be read, asked in this order. */
export const adapters: readonly SiteAdapter[] = [roundcubeAdapter];

export const ordinaryPages: SiteAdapter = webAdapter;
