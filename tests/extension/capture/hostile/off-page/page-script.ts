import { readSnapshot } from '../../../../../extension/capture/web/read-snapshot.ts';
import type { PageReading } from '../../../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../../../shared/capture/page-snapshot.ts';
import { prototypeWatch } from '../../../../fuzz/pages/prototype-watch.ts';

/* Where the extension reads what hostile pages handed over: a document of nobody's. */
declare global {
  var hostileRead: (snapshot: PageSnapshot) => Promise<{ reading: PageReading; polluted: string[] }>;
}

const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] };
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
const watch = prototypeWatch();

globalThis.hostileRead = async (snapshot) => ({
  reading: await readSnapshot(snapshot, policy, pause),
  polluted: watch(),
});
