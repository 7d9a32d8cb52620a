import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOffering } from '../capture/runtime/start-offering.ts';
import { connectOrdinaryPage } from '../rpc/connect-page.ts';

// An unlisted script: WXT's content script context announces itself by events that the page can see and forge.
export default defineUnlistedScript(() => startOffering(connectOrdinaryPage));
