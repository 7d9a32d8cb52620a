import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isLanguage, LANGUAGES } from './languages.ts';
import { COLLEAGUES } from './people.ts';
import { startWebmail } from './start-webmail.ts';

const { values } = parseArgs({
  options: {
    sogo: { type: 'boolean', default: false },
    reseed: { type: 'boolean', default: false },
    state: { type: 'string', default: join(import.meta.dirname, '../../.holdfast/webmail') },
    language: { type: 'string', default: 'en' },
  },
});

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());

if (!isLanguage(values.language)) {
  console.error(`--language must be one of ${Object.keys(LANGUAGES).join(', ')}`);
  process.exit(2);
}
const started = await startWebmail({
  state: values.state,
  servers: values.sogo ? ['roundcube', 'sogo'] : ['roundcube'],
  reseed: values.reseed,
  language: values.language,
  signal: ending.signal,
  log: console.log,
});
if (started.kind === 'unavailable') {
  console.error(started.why);
  process.exit(1);
}
const { webmail } = started;
console.log(
  `Sign in as ${COLLEAGUES.map(({ email }) => email).join(', ')} with the password ${webmail.password}`,
);
console.log(
  `IMAP 127.0.0.1:${webmail.imapPort}, SMTP 127.0.0.1:${webmail.smtpPort}. Ctrl-C stops everything.`,
);
// the SMTP sink keeps this process alive until the signal has stopped it
