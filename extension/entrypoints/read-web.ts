import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdBackPage } from '../capture/runtime/hold-back-page.ts';
import { startReading } from '../capture/runtime/start-reading.ts';
import { webmailFound } from '../capture/sites/is-webmail.ts';
import { webAdapter } from '../capture/sites/web/web-adapter.ts';
import { connectPage } from '../rpc/connect-page.ts';

// An unlisted script: WXT's content script context announces itself by events that the page can see and forge.
export default defineUnlistedScript(() =>
  startReading('read-web', { readers: [webAdapter], holdBack: holdBackPage, webmailFound }, connectPage),
);
