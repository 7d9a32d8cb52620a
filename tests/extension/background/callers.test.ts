import { describe, expect, it } from 'vitest';
import {
  isInterface,
  pageCaller,
  type Sender,
  type SenderPort,
} from '../../../extension/background/caller.ts';
import { portPair } from '../rpc/port-pair.ts';

const id = 'holdfast-extension';
const root = `chrome-extension://${id}`;
const from = (sender: Sender): SenderPort => ({ ...portPair().there, sender });
const mail = {
  id,
  url: 'https://mail.tidewater.test/?x',
  origin: 'https://mail.tidewater.test',
  tab: { id: 7 },
  frameId: 3,
  documentId: 'D',
};

describe('a port that says it is a page', () => {
  it('is believed as far as the browser bears it out', () => {
    expect(pageCaller(from(mail), id)).toEqual({
      tab: 7,
      frame: 3,
      document: 'D',
      origin: 'https://mail.tidewater.test',
      url: 'https://mail.tidewater.test/?x',
    });
  });

  it('has its origin from the address where the browser gives none, and no document where it names none', () => {
    const { origin: _origin, documentId: _document, ...firefox } = mail;
    expect(pageCaller(from(firefox), id)).toMatchObject({
      origin: 'https://mail.tidewater.test',
      document: null,
    });
  });

  it.each<[string, Sender]>([
    ['another extension', { ...mail, id: 'other' }],
    ['no tab', { ...mail, tab: undefined }],
    ['a private window', { ...mail, tab: { id: 7, incognito: true } }],
    ['a page of the extension itself', { ...mail, url: `${root}/dashboard.html`, origin: root }],
    ['a sandboxed document', { ...mail, origin: 'null' }],
    ['nothing known', {}],
  ])('is refused from %s', (_what, sender) => {
    expect(pageCaller(from(sender), id)).toBe(null);
  });
});

describe('a port that says it is an interface', () => {
  it('is believed from the panel and from the dashboard in a tab', () => {
    expect(isInterface(from({ id, url: `${root}/sidepanel.html` }), id, root)).toBe(true);
    expect(isInterface(from({ id, url: `${root}/dashboard.html#/accounts`, tab: { id: 2 } }), id, root)).toBe(
      true,
    );
  });

  it.each<[string, Sender]>([
    ['a content script', mail],
    ['another extension', { id: 'other', url: `chrome-extension://other/sidepanel.html` }],
    ['an address that merely begins alike', { id, url: `${root}.attacker.example/` }],
    ['nothing known', {}],
  ])('is refused from %s', (_what, sender) => {
    expect(isInterface(from(sender), id, root)).toBe(false);
  });
});
