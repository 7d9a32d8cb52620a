export type DeviceName = 'a' | 'b';
export const deviceNames: readonly DeviceName[] = ['a', 'b'];

/** A mail that one device read, or both. Its subject is its token: it stands in the touch and in the push that carries it. */
export type Mail = {
  kind: 'mail';
  token: string;
  at: number;
  messageId: string;
  name: string;
  email: string;
  domain: string;
};

/** A phone number that a person added to somebody in the pool; the number is the token. */
export type Edit = { kind: 'edit'; token: string; email: string };

/**
 * What one device was given to record. `acknowledged`: its call answered that it is recorded. `answered`: the server answered a
 * push that carries it. `cleared`: the device's storage was cleared from outside after it was asked. `excused`: and it was nowhere else.
 */
export type Entry = {
  device: DeviceName;
  record: Mail | Edit;
  acknowledged: boolean;
  answered: boolean;
  cleared: boolean;
  excused: boolean;
};

export type Ledger = {
  entries: readonly Entry[];
  ask(device: DeviceName, record: Mail | Edit): Entry;
  /** The server answered a push of this device. */
  answeredPush(device: DeviceName, text: string): void;
  /** The device's storage is empty: what it alone had is excused, and the rest it has to fetch again. */
  clear(device: DeviceName): void;
  mails: readonly Mail[];
};

const tokens = /(?:Order|tel) [0-9a-z]+x/g;

export function openLedger(): Ledger {
  const entries: Entry[] = [];
  const byToken = new Map<string, Entry>();
  const mails: Mail[] = [];
  return {
    entries,
    mails,
    ask: (device, record) => {
      const entry: Entry = {
        device,
        record,
        acknowledged: false,
        answered: false,
        cleared: false,
        excused: false,
      };
      entries.push(entry);
      byToken.set(`${device} ${record.token}`, entry);
      if (record.kind === 'mail' && !mails.includes(record)) mails.push(record);
      return entry;
    },
    answeredPush: (device, text) => {
      for (const [token] of text.matchAll(tokens)) {
        const entry = byToken.get(`${device} ${token}`);
        if (entry !== undefined) entry.answered = true;
      }
    },
    clear: (device) => {
      for (const entry of entries) {
        if (entry.device !== device) continue;
        entry.cleared = true;
        if (!entry.answered) entry.excused = true;
      }
    },
  };
}

export function mailToken(block: number, n: number): string {
  return `Order ${block}q${n}x`;
}

export function editToken(block: number, n: number): string {
  return `tel ${block}q${n}x`;
}
