import type { SiteAdapter } from './adapter.ts';
import { gmailAdapter } from './gmail/gmail-adapter.ts';
import { outlookAdapter } from './outlook/outlook-adapter.ts';

/** Webmails that live at their makers' hosts. */
export const hostedWebmails: readonly SiteAdapter[] = [gmailAdapter, outlookAdapter];
