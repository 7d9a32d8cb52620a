import type { Background, PageBackground } from '../../../../extension/capture/runtime/background.ts';
import type { HoldBack } from '../../../../extension/capture/runtime/hold-back.ts';
import { holdBackMails } from '../../../../extension/capture/runtime/hold-back-mails.ts';
import { startOffering } from '../../../../extension/capture/runtime/start-offering.ts';
import { startReading } from '../../../../extension/capture/runtime/start-reading.ts';
import { hostedWebmails } from '../../../../extension/capture/sites/hosted-webmails.ts';
import { selfHostedWebmails } from '../../../../extension/capture/sites/self-hosted-webmails.ts';
import { readSnapshot } from '../../../../extension/capture/web/read-snapshot.ts';
import type { PageReading } from '../../../../shared/capture/page-reading.ts';
import type { PagePolicy } from '../../../../shared/policy/page-policy.ts';

/*
 * The shipped readers and runtime in a real page's isolated world, with the test instead of the background: bundled, and
 * evaluated before each document, as the extension's content script is.
 */
declare const holdfastPolicy: PagePolicy;
/** Whether what the policy holds back is given all the same: to see what was read of mail that is never recorded. */
declare const holdfastHoldsNothingBack: boolean;
declare function holdfastReading(json: string): void;

const tell = (message: { attend: unknown } | { capture: PageReading; url: string }) =>
  holdfastReading(JSON.stringify(message));

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
const background: Background & PageBackground = {
  attend: async (visit) => {
    tell({ attend: visit });
    return { kind: 'go', policy: holdfastPolicy };
  },
  capture: async (capture) => {
    tell({ capture, url: window.location.href });
    return { kind: 'recorded' };
  },
  readPage: async (snapshot) => {
    const capture = await readSnapshot(snapshot, holdfastPolicy, pause);
    tell({ capture, url: window.location.href });
    return { kind: 'recorded' };
  },
  foundWebmail: async () => ({ kind: 'nothing' }),
};

const holdNothingBack: HoldBack = (reading) => ({ reading, heldBack: { never: 0, bulk: 0, internal: 0 } });
const webmails = [...selfHostedWebmails, ...hostedWebmails];
const holdBack = holdfastHoldsNothingBack ? holdNothingBack : holdBackMails;
startReading('read-mail', { readers: webmails, holdBack }, () => background);
if (window === window.top) startOffering(() => background);
