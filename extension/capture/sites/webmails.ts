import type { SiteAdapter } from './adapter.ts';
import { gmailAdapter } from './gmail/gmail-adapter.ts';
import { outlookAdapter } from './outlook/outlook-adapter.ts';
import { roundcubeAdapter } from './roundcube/roundcube-adapter.ts';
import { sogoAdapter } from './sogo/sogo-adapter.ts';

/** Every webmail that can be read, asked in this order. */
export const webmails: readonly SiteAdapter[] = [gmailAdapter, outlookAdapter, roundcubeAdapter, sogoAdapter];
