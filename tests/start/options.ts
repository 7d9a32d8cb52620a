import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type CreateWorkspaceRequest, createWorkspaceRequest } from '../../shared/protocol/workspace.ts';
import { PROJECT } from '../tools/project.ts';

export type StartOptions = {
  /** Everything that is kept between starts lies here. */
  data: string;
  /** Whether to open a browser where there is a display. */
  browser: boolean;
  webmail: boolean;
  /** Make another workspace although one exists. */
  newWorkspace: boolean;
  founding: CreateWorkspaceRequest;
};

export type ParsedOptions =
  | { kind: 'options'; options: StartOptions }
  | { kind: 'told'; text: string; ok: boolean };

const HELP = `npm start -- [options]
  --data DIR          where everything is kept between starts (default: .holdfast in the project)
  --no-browser        open no browser, print what is needed to load the extension by hand
  --webmail           start the sample Roundcube with its mails too (needs root on Debian)
  --new-workspace     make another, empty workspace with an admin invitation of its own
  --company NAME      the new workspace's company (default: Tidewater Tools)
  --domain DOMAIN     a mail domain of that company, may be given several times (default: tidewater.test)
  --admin ADDRESS     the first admin's mail address (default: vera.novak@tidewater.test)`;

/** Reads the command line. `told` means that there is nothing to start, only something to say. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return { kind: 'told', ok: false, text: `${error instanceof Error ? error.message : error}\n\n${HELP}` };
  }
  if (values.help) return { kind: 'told', ok: true, text: HELP };
  const { company, admin } = values;
  const founding = v.safeParse(createWorkspaceRequest, {
    name: company,
    slug: slugOf(company),
    ownDomains: values.domain,
    // the sample mails' stand-in for a provider
    ...(values.webmail ? { freemail: ['freemail.example'] } : {}),
    admin: { email: admin, name: nameOf(admin) },
  });
  if (!founding.success) {
    const [issue] = founding.issues;
    return { kind: 'told', ok: false, text: `${issue.message} (${v.getDotPath(issue) ?? ''})\n\n${HELP}` };
  }
  return {
    kind: 'options',
    options: {
      data: resolve(values.data),
      browser: !values['no-browser'],
      webmail: values.webmail,
      newWorkspace: values['new-workspace'],
      founding: founding.output,
    },
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string', default: `${PROJECT}/.holdfast` },
      'no-browser': { type: 'boolean', default: false },
      webmail: { type: 'boolean', default: false },
      'new-workspace': { type: 'boolean', default: false },
      company: { type: 'string', default: 'Tidewater Tools' },
      domain: { type: 'string', multiple: true, default: ['tidewater.test'] },
      admin: { type: 'string', default: 'vera.novak@tidewater.test' },
    },
  }).values;
}

/** `Tidewater Tools` → `tidewater-tools`; letters without a Latin base fall away. */
export function slugOf(company: string): string {
  const plain = company.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return slug === '' ? 'workspace' : slug;
}

/** `vera.novak@…` → `Vera Novak`: a first guess, which the admin can change. */
export function nameOf(address: string): string {
  const words = address.replace(/@.*$/, '').split(/[._-]+/);
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}
