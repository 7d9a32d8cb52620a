import type { Background } from '../../../../extension/capture/runtime/background.ts';
import { holdBackMails } from '../../../../extension/capture/runtime/hold-back-mails.ts';
import { holdBackPage } from '../../../../extension/capture/runtime/hold-back-page.ts';
import { startReading } from '../../../../extension/capture/runtime/start-reading.ts';
import { hostedWebmails } from '../../../../extension/capture/sites/hosted-webmails.ts';
import { webmailFound } from '../../../../extension/capture/sites/is-webmail.ts';
import { selfHostedWebmails } from '../../../../extension/capture/sites/self-hosted-webmails.ts';
import { webAdapter } from '../../../../extension/capture/sites/web/web-adapter.ts';
import { prototypeWatch } from '../../../fuzz/pages/prototype-watch.ts';

/*
 * All shipped readers in the isolated world of a hostile page. Time runs fifty times as fast here, so that what a page leaves
 * unfinished is given up soon.
 */
declare function hostileSays(json: string): void;

const faster = 50;
const say = hostileSays;
const realTimeout = globalThis.setTimeout;
const realNow = performance.now.bind(performance);
performance.now = () => realNow() * faster;
globalThis.setTimeout = ((work: () => void, ms = 0) => realTimeout(work, ms / faster)) as typeof setTimeout;

const watch = prototypeWatch();
const globals = () => Reflect.ownKeys(globalThis).length;
const ownGlobals = globals();

const background: Background = {
  attend: async () => ({
    kind: 'go',
    policy: { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] },
  }),
  capture: async (capture) => {
    say(JSON.stringify({ capture }));
    return { kind: 'recorded' };
  },
  foundWebmail: async () => ({ kind: 'nothing' }),
};

startReading(
  'read-mail',
  { readers: [...selfHostedWebmails, ...hostedWebmails], holdBack: holdBackMails },
  () => background,
);
startReading('read-web', { readers: [webAdapter], holdBack: holdBackPage, webmailFound }, () => background);

/** Called when the case is over. */
(globalThis as { hostileEnd?: () => string[] }).hostileEnd = () => [
  ...watch(),
  ...(globals() > ownGlobals + 2 ? ['globals were added'] : []),
];
