import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './people.ts';
import { mailboxOf } from './people.ts';

/**
 * Takes every mail on 127.0.0.1:`port` and hands it to `deliver` for those recipients who have a mailbox here.
 * Nothing is ever passed on. Returns what stops it.
 */
export async function startSmtpSink(
  port: number,
  deliver: (mail: Uint8Array, to: Mailbox) => Promise<void>,
): Promise<() => Promise<void>> {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData: (stream, { envelope }, done) => {
      const mailboxes = new Set(envelope.rcptTo.map(({ address }) => mailboxOf(address)));
      const take = async () => {
        const mail = await buffer(stream);
        for (const mailbox of mailboxes) if (mailbox !== undefined) await deliver(mail, mailbox);
      };
      take().then(
        () => done(undefined, 'kept'),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // a webmail that breaks off a connection must not end us
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return () => new Promise((closed) => server.close(closed));
}
