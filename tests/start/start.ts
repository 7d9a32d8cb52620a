import { join } from 'node:path';
import { startWorker } from '../../worker/local/start-worker.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { COLLEAGUES } from '../webmail/people.ts';
import { startWebmail } from '../webmail/start-webmail.ts';
import { foundWorkspace } from './founded-workspace.ts';
import { hasDisplay, openChromium } from './open-chromium.ts';
import { parseOptions, type StartOptions } from './options.ts';
import { fourLines, invitationLine } from './what-to-do.ts';

const parsed = parseOptions(process.argv.slice(2));
if (parsed.kind === 'told') {
  (parsed.ok ? console.log : console.error)(parsed.text);
  process.exit(parsed.ok ? 0 : 2);
}
process.exitCode = await start(parsed.options, stopWithParent()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

/** Runs everything until `signal` aborts or the worker ends. Resolves to the exit code when all of it has stopped. */
async function start(options: StartOptions, signal: AbortSignal): Promise<number> {
  const { data } = options;
  const built = await buildExtension('chrome');
  if (built.kind === 'failed') throw new Error(built.why);
  if (signal.aborted) return 0;
  const worker = await startWorker({ dataDir: join(data, 'worker'), signal });
  try {
    const workspace = await foundWorkspace(data, worker, options.founding, options.newWorkspace, Date.now);
    const webmail = options.webmail ? await startSamples(data, signal) : null;
    if (signal.aborted) return 0;
    const shown = options.browser && hasDisplay(process.env);
    const opened = shown
      ? await openChromium(
          built.path,
          join(data, 'browser'),
          [
            ...(webmail === null ? [] : [webmail.url]),
            ...(workspace.fresh ? [workspace.invitation] : []),
            'dashboard.html',
          ],
          signal,
          (line) => console.error(line),
        )
      : null;
    if (opened?.kind === 'opened') {
      console.log(`The sync worker listens at ${worker.url}; Chromium is open with the extension in it.`);
      console.log(invitationLine(workspace, Date.now()));
    } else {
      if (opened !== null) console.error(`No browser is opened: ${opened.why}.`);
      const lines = fourLines(worker, data, built.path, workspace, Date.now());
      for (const line of lines) console.log(line);
    }
    if (webmail !== null) console.log(webmail.said);
    if (process.stdout.isTTY) console.log('Ctrl-C stops everything.');
    await Promise.race([worker.exited, aborted(signal)]);
    if (opened?.kind === 'opened' && signal.aborted) await opened.ended;
    await webmail?.stop();
    if (signal.aborted) return 0;
    console.error(`The sync worker has ended by itself; ${worker.logFile} may say why.`);
    return 1;
  } finally {
    await worker.stop();
  }
}

async function startSamples(data: string, signal: AbortSignal) {
  const started = await startWebmail({
    state: join(data, 'webmail'),
    servers: ['roundcube'],
    signal,
    log: (line) => console.error(line),
  });
  if (started.kind === 'unavailable')
    throw new Error(`The sample webmail cannot be started: ${started.why}.`);
  const { roundcube, password, stop } = started.webmail;
  if (roundcube === null) throw new Error('The sample webmail started without Roundcube.');
  const people = COLLEAGUES.map(({ email }) => email).join(', ');
  return {
    url: roundcube.url,
    stop,
    said: `Roundcube: ${roundcube.url} — sign in as ${people} with the password ${password}.`,
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
