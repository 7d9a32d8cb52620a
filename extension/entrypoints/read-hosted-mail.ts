import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdBackMails } from '../capture/runtime/hold-back-mails.ts';
import { startReading } from '../capture/runtime/start-reading.ts';
import { hostedWebmails } from '../capture/sites/hosted-webmails.ts';
import { connectPage } from '../rpc/connect-page.ts';

// An unlisted script: WXT's content script context announces itself by events that the page can see and forge.
export default defineUnlistedScript(() =>
  startReading('read-hosted-mail', { readers: hostedWebmails, holdBack: holdBackMails }, connectPage),
);
