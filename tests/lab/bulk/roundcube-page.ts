import { decodeHeaderText } from '../../../extension/capture/addresses/decode-header-text.ts';
import { parseAddressList } from '../../../extension/capture/addresses/parse-address-list.ts';
import { parseHeaders } from '../../../extension/capture/mail/parse-headers.ts';
import { bodyHtml, escapeHtml } from './body-html.ts';

/** A mail as Roundcube shows it: the document of its frame, and its answer to the question for the raw headers. */
export type RoundcubePage = { html: string; dialog: string };

/** Stands in for Roundcube's server, in the shape of the recorded pages; the live test sends the same mails through a real one. */
export function roundcubePage(eml: string): RoundcubePage {
  // Roundcube takes raw bytes beyond ASCII for UTF-8.
  const raw = new TextDecoder().decode(Buffer.from(headOf(eml), 'latin1')).replaceAll('\ufffd', '');
  const header = parseHeaders(raw) ?? (() => []);
  const row = (name: string) => {
    const boxes = header(name).flatMap(parseAddressList).slice(0, 1000);
    const links = boxes.map(({ name: shown, email }) => {
      const address = escapeHtml(email);
      return `<a href="mailto:${address}" class="rcmContactAddress" title="${address}">${escapeHtml(shown ?? email)}</a>`;
    });
    return `<tr><td class="header ${name.replace('-', '')}">${links.join(', ')}</td></tr>`;
  };
  const subject = escapeHtml(decodeHeaderText(header('subject')[0] ?? ''));
  const rows = ['from', 'sender', 'reply-to', 'to', 'cc'].map(row).join('');
  return {
    html: `<!doctype html><body><div id="message-header"><h2 class="subject"><span class="voice">Subject</span>${subject}</h2>
<div class="header-headers"><table>${rows}</table></div></div>
<div id="messagebody"><div class="message-htmlpart"><div class="rcmBody">${bodyHtml(eml)}</div></div></div>
<div id="attachmentmenu"></div></body>`,
    dialog: dialog(raw),
  };
}

function headOf(eml: string): string {
  const end = /\r?\n\r?\n/.exec(eml);
  return end === null ? eml : eml.slice(0, end.index);
}

function dialog(raw: string): string {
  const lines = escapeHtml(raw)
    .replace(/\r?\n[ \t]+/g, '<br />&nbsp;&nbsp;&nbsp;&nbsp;')
    .replace(/(^|\n)([!-9;-~]+):/g, '$1<font class="bold">$2:</font>')
    .replace(/\r?\n/g, '<br />');
  return `<div class="headers">${lines}</div>`;
}
