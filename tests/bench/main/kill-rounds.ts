import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { eventually } from '../../e2e/eventually.ts';
import { signInToRoundcube } from '../../e2e/roundcube-session.ts';
import type { Actor } from '../../e2e/story/actor.ts';
import { serviceWorkerSwitch } from './stop-service-worker.ts';
import { type Damage, findDamage } from './torn-records.ts';
import { watchAcknowledged } from './watch-acknowledged.ts';

export type Rounds = { rounds: number; acknowledged: number; damage: Damage };

type Setting = {
  actor: Actor;
  roundcube: string;
  password: string;
  /** UIDs of mails that nobody has opened yet, to be used up from the front. */
  unread: number[];
  rounds: number;
  /** 0…1, injected so that a run can be repeated. */
  random: () => number;
  /** Ends the rounds early, for a variant that is meant to fail. */
  until?: (damage: Damage) => boolean;
};

const mailsPerRound = 3;

/** `kill -9` of the browser at a random moment while mails are opened, and again, on one profile. */
export async function killBrowserRounds(setting: Setting): Promise<Rounds> {
  const { actor, rounds, random } = setting;
  const acknowledged = new Set<string>();
  const damage: Damage = { lost: [], torn: [], doubled: [] };
  for (let round = 0; round < rounds; round += 1) {
    await watchAcknowledged(actor.browser, (touch) => acknowledged.add(touch));
    const mail = await signIn(setting);
    const reading = openInTurn(mail, setting).catch(() => {}); // the browser dies under it, as it should
    // From before the first byte of the mail's page to after all three are recorded.
    await pause(random() * 2000);
    // What is looked at is what the device alone kept: the next sync would heal some of it from the server.
    actor.link.cut();
    await actor.killAndRestart();
    await reading;
    addDamage(damage, findDamage(await actor.pool(), acknowledged));
    actor.link.mend();
    if (setting.until?.(damage)) return { rounds: round + 1, acknowledged: acknowledged.size, damage };
  }
  return finish(actor, rounds, acknowledged, damage);
}

/** The service worker is stopped at random moments while mails are opened; the browser lives on. */
export async function stopWorkerRounds(setting: Setting): Promise<Rounds> {
  const { actor, rounds, random } = setting;
  const acknowledged = new Set<string>();
  const damage: Damage = { lost: [], torn: [], doubled: [] };
  const unwatch = await watchAcknowledged(actor.browser, (touch) => acknowledged.add(touch));
  const worker = await serviceWorkerSwitch(actor.browser.context, actor.dashboard);
  const mail = await signIn(setting);
  for (let stopped = 0; stopped < rounds; ) {
    const reading = openInTurn(mail, setting);
    await pause(random() * 600);
    if (await worker.stop()) stopped += 1;
    await reading;
    addDamage(damage, findDamage(await actor.pool(), acknowledged));
  }
  await worker.close();
  await unwatch();
  await mail.close();
  return finish(actor, rounds, acknowledged, damage);
}

function signIn({ actor, roundcube, password }: Setting): Promise<Page> {
  return signInToRoundcube(actor.browser.context, roundcube, { email: actor.email, password });
}

async function openInTurn(mail: Page, { unread, roundcube }: Setting): Promise<void> {
  for (const uid of unread.splice(0, mailsPerRound)) {
    await mail.goto(`${roundcube}?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`);
  }
}

async function finish(
  actor: Actor,
  rounds: number,
  acknowledged: Set<string>,
  damage: Damage,
): Promise<Rounds> {
  await eventually(
    'the outbox empty after the last round',
    async () => (await actor.pool()).outbox.length === 0,
    120_000,
  );
  addDamage(damage, findDamage(await actor.pool(), acknowledged));
  return { rounds, acknowledged: acknowledged.size, damage };
}

function addDamage(all: Damage, found: Damage): void {
  for (const kind of ['lost', 'torn', 'doubled'] as const) {
    all[kind] = [...new Set([...all[kind], ...found[kind]])];
  }
}
