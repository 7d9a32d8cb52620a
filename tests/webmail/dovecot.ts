import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, type Guard, startChild } from './child-process.ts';
import { COLLEAGUES, PASSWORD } from './people.ts';
import { accepts } from './ports.ts';
import { waitUntil } from './wait-until.ts';

export type DovecotOptions = {
  guard: Guard;
  /** Holds `<mailbox>/Maildir` for each person, owned by `mail`. */
  mailRoot: string;
  run: string;
  logs: string;
  port: number;
  mailUser: { uid: number; gid: number };
  signal?: AbortSignal;
};

const SPECIAL = ['Drafts', 'Sent', 'Junk', 'Trash'];

const specialFolder = (name: string) => `
  mailbox ${name} {
    auto = subscribe
    special_use = \\${name}
  }`;

const configuration = ({ run, logs, port }: DovecotOptions) => `
protocols = imap
base_dir = ${run}/base
state_dir = ${run}/state
instance_name = ${run.split('/').at(-1)}
log_path = ${logs}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 200
namespace inbox {
  inbox = yes
  separator = /
${SPECIAL.map(specialFolder).join('')}
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${run}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${run}/users
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;

/** Starts an IMAP server over the sample Maildirs on 127.0.0.1. Needs root and Dovecot 2.3. */
export async function startDovecot(
  options: DovecotOptions,
): Promise<{ kind: 'started'; child: Child } | { kind: 'unavailable'; why: string }> {
  const { guard, mailRoot, run, logs, port, mailUser, signal } = options;
  const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8' }).stdout.trim();
  if (!version.startsWith('2.3.')) {
    return {
      kind: 'unavailable',
      why: `the sample mail server is configured for Dovecot 2.3, not ${version}`,
    };
  }
  const users = COLLEAGUES.map(
    ({ email, mailbox }) =>
      `${email}:{PLAIN}${PASSWORD}:${mailUser.uid}:${mailUser.gid}::${join(mailRoot, mailbox)}::`,
  );
  await writeFile(join(run, 'users'), `${users.join('\n')}\n`, { mode: 0o644 });
  await writeFile(join(run, 'dovecot.conf'), configuration(options));
  const child = startChild(guard, {
    name: 'dovecot',
    command: 'dovecot',
    args: ['-F', '-c', join(run, 'dovecot.conf')],
    cwd: '/',
    logFile: join(logs, 'dovecot.out'),
  });
  const waited = await waitUntil(() => accepts(port), child, signal);
  if (waited.kind === 'ready') return { kind: 'started', child };
  await child.stop();
  return waited;
}
