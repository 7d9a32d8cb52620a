import type { Background, PageBackground } from '../../../../extension/capture/runtime/background.ts';
import { holdBackMails } from '../../../../extension/capture/runtime/hold-back-mails.ts';
import { startOffering } from '../../../../extension/capture/runtime/start-offering.ts';
import { startReading } from '../../../../extension/capture/runtime/start-reading.ts';
import { hostedWebmails } from '../../../../extension/capture/sites/hosted-webmails.ts';
import { selfHostedWebmails } from '../../../../extension/capture/sites/self-hosted-webmails.ts';
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

const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] };
const background: Background & PageBackground = {
  attend: async () => ({ kind: 'go', policy }),
  capture: async (capture) => {
    say(JSON.stringify({ capture }));
    return { kind: 'recorded' };
  },
  readPage: async (snapshot) => {
    say(JSON.stringify({ snapshot }));
    return { kind: 'recorded' };
  },
  foundWebmail: async () => ({ kind: 'nothing' }),
};

startReading(
  'read-mail',
  { readers: [...selfHostedWebmails, ...hostedWebmails], holdBack: holdBackMails },
  () => background,
);
startOffering(() => background);

/** Called when the case is over. */
(globalThis as { hostileEnd?: () => string[] }).hostileEnd = () => [
  ...watch(),
  ...(globals() > ownGlobals + 2 ? ['globals were added'] : []),
];
