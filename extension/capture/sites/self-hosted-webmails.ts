import type { SiteAdapter } from './adapter.ts';
import { roundcubeAdapter } from './roundcube/roundcube-adapter.ts';
import { sogoAdapter } from './sogo/sogo-adapter.ts';

/** Webmails that may live at any host, asked in this order. */
export const selfHostedWebmails: readonly SiteAdapter[] = [roundcubeAdapter, sogoAdapter];
