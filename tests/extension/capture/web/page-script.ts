import { collectPageText } from '../../../../extension/capture/web/page-text.ts';
import { readSnapshot } from '../../../../extension/capture/web/read-snapshot.ts';
import { readWebPage } from '../../../../extension/capture/web/read-web-page.ts';
import { serialiseSlowly } from '../../../../extension/capture/web/serialise-slowly.ts';
import { takeSnapshot } from '../../../../extension/capture/web/take-snapshot.ts';
import type { PageSnapshot } from '../../../../shared/capture/page-snapshot.ts';

const policy = { ownDomains: [], neverAddresses: [], neverDomains: [] };
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The page's own nodes, read where they stand. */
export function readInPlace() {
  const collecting = collectPageText(document);
  collecting.more(() => false);
  const { people, companies } = readWebPage(document, new URL(location.href));
  return { people, companies, text: collecting.text() };
}

export async function readHandedOver() {
  const snapshot = await taken();
  const { people, companies, text, health, problems } = await readSnapshot(snapshot, policy, pause);
  return { people, companies, text, health, problems, size: snapshot.html.length, cut: snapshot.cut };
}

/** As a large page, whatever its size. */
export async function readSlowly() {
  const writing = serialiseSlowly(document);
  while (writing.more(() => true)) await pause();
  const snapshot = { ...(await taken()), html: writing.html(), cut: writing.cut() };
  const { people, companies, text } = await readSnapshot(snapshot, policy, pause);
  return { people, companies, text };
}

async function taken(): Promise<PageSnapshot> {
  const snapshot = await takeSnapshot(document, async () => {
    await pause();
    return true;
  });
  if (snapshot === null) throw new Error('given up');
  return snapshot;
}
