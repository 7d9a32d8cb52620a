import { connect } from 'node:net';

type Answer = { status: number; text: string };

/** A signed-in reader of a webmail without a browser: cookies kept by hand. */
type Session = (path: string, init?: RequestInit) => Promise<Answer>;

function session(base: string): { ask: Session; cookie(name: string): string } {
  const jar = new Map<string, string>();
  return {
    cookie: (name) => jar.get(name) ?? '',
    ask: async (path, init = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { ...init.headers, cookie };
      const answer = await fetch(new URL(path, base), { redirect: 'manual', ...init, headers });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      return { status: answer.status, text: await answer.text() };
    },
  };
}

/** Signs in to Roundcube and returns the text of its list of the inbox (its answer to the list's own request). */
export async function roundcubeInbox(base: string, user: string, password: string): Promise<string> {
  const { ask } = session(base);
  const login = await ask('./');
  const token = /name="_token" value="([^"]+)"/.exec(login.text)?.[1] ?? '';
  const form = {
    _token: token,
    _task: 'login',
    _action: 'login',
    _timezone: 'UTC',
    _user: user,
    _pass: password,
  };
  await ask('./?_task=login', { method: 'POST', body: new URLSearchParams(form) });
  const page = await ask('./?_task=mail');
  const request = /"request_token":"([^"]+)"/.exec(page.text)?.[1] ?? '';
  const list = await ask('./?_task=mail&_action=list&_mbox=INBOX&_remote=1', {
    headers: { 'x-requested-with': 'XMLHttpRequest', 'x-roundcube-request': request },
  });
  return list.text;
}

/** Signs in to SOGo and returns a message of the inbox as the JSON text that its page asks for. */
export async function sogoMessage(
  base: string,
  user: string,
  password: string,
  uid: number,
): Promise<string> {
  const { ask, cookie } = session(base);
  await ask('./');
  const body = JSON.stringify({ userName: user, password, language: 'English' });
  await ask('./connect', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const path = `./so/${user}/Mail/0/folderINBOX/${uid}/view`;
  const message = await ask(path, { headers: { 'x-xsrf-token': cookie('XSRF-TOKEN') } });
  return message.text;
}

/** Sends a mail over SMTP without authentication, and fails on an answer of 400 or more. */
export async function sendMail(port: number, from: string, to: string, content: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const lines = ['EHLO test', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${content}\r\n.`, 'QUIT'];
  try {
    for await (const answer of socket as AsyncIterable<string>) {
      if (/^[45]/.test(answer)) throw new Error(answer);
      const line = lines.shift();
      if (line === undefined) break;
      socket.write(`${line}\r\n`);
    }
  } finally {
    socket.destroy();
  }
}
