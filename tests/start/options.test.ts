import { describe, expect, it } from 'vitest';
import { invitationExpired } from './founded-workspace.ts';
import { hasDisplay } from './open-chromium.ts';
import { nameOf, parseOptions, slugOf } from './options.ts';
import { fourLines, invitationLine } from './what-to-do.ts';

const workspace = {
  name: 'Tidewater Tools',
  admin: 'vera.novak@tidewater.test',
  invitation: 'http://127.0.0.1:8787/#join=a.b',
  madeAt: Date.UTC(2026, 0, 1),
  fresh: true,
};
const day = 24 * 60 * 60 * 1000;

describe('the command line of npm start', () => {
  it('needs nothing', () => {
    expect(parseOptions([])).toMatchObject({
      kind: 'options',
      options: {
        data: expect.stringMatching(/\/\.holdfast$/),
        browser: true,
        webmail: false,
        newWorkspace: false,
        founding: {
          name: 'Tidewater Tools',
          slug: 'tidewater-tools',
          ownDomains: ['tidewater.test'],
          admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
        },
      },
    });
  });

  it('takes a company with its domains and its admin', () => {
    const args = [
      '--company',
      'Brücken & Söhne',
      '--domain',
      'b.example',
      '--domain',
      'c.example',
      '--admin',
      'ko@b.example',
    ];
    expect(parseOptions(args)).toMatchObject({
      options: {
        founding: { slug: 'brucken-sohne', ownDomains: ['b.example', 'c.example'], admin: { name: 'Ko' } },
      },
    });
  });

  it.each([['--bogus'], ['--admin', 'nobody'], ['--company', ' '], ['extra']])(
    'explains itself on %s %s',
    (...args) => {
      const told = parseOptions(args);
      expect(told).toMatchObject({ kind: 'told', ok: false, text: expect.stringContaining('--no-browser') });
    },
  );

  it('explains itself when asked', () => {
    expect(parseOptions(['--help'])).toMatchObject({ kind: 'told', ok: true });
  });

  it('makes slugs and names out of anything', () => {
    expect(slugOf('株式会社')).toBe('workspace');
    expect(slugOf(`${'long '.repeat(20)}name`)).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(slugOf(`${'x'.repeat(39)} y`)).toMatch(/x$/);
    expect(nameOf('vera_novak-lind@a.example')).toBe('Vera Novak Lind');
  });
});

describe('what npm start says', () => {
  it('is exactly four lines with the address, the folder, how to load it, and the invitation', () => {
    const lines = fourLines({ url: 'http://127.0.0.1:8787' }, '/data', '/ext', workspace, workspace.madeAt);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('http://127.0.0.1:8787');
    expect(lines[1]).toContain('/ext');
    expect(lines[2]).toContain('Load unpacked');
    expect(lines[3]).toContain(workspace.invitation);
    expect(lines.join('')).not.toContain('\n');
  });

  it('says of an older invitation that it may be used up, and of an expired one what to do', () => {
    const older = { ...workspace, fresh: false };
    expect(invitationLine(older, workspace.madeAt + day)).toContain('unless it has been used');
    const expired = invitationLine(older, workspace.madeAt + 7 * day);
    expect(expired).toContain('--new-workspace');
    expect(expired).not.toContain(workspace.invitation);
    expect(invitationExpired(0, 7 * day - 1)).toBe(false);
  });

  it('knows a display by X11 or Wayland', () => {
    expect(
      [{}, { DISPLAY: '' }, { DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }].map(hasDisplay),
    ).toEqual([false, false, true, true]);
  });
});
