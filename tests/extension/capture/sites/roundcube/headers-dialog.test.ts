import { describe, expect, it } from 'vitest';
import { parseHeaders } from '../../../../../extension/capture/mail/parse-headers.ts';
import {
  headersFromDialog,
  headersPath,
} from '../../../../../extension/capture/sites/roundcube/headers-dialog.ts';

describe("Roundcube's page of raw headers", () => {
  it('is asked for beside the page, for the mail and folder in its address', () => {
    const page = new URL('https://x.example/mail/?_task=mail&_action=show&_uid=7&_mbox=S%26AOM-o%2FA+B');
    const path = new URL(headersPath(page) ?? '', page);
    expect(path.pathname).toBe('/mail/');
    expect(Object.fromEntries(path.searchParams)).toEqual({
      ...{ _task: 'mail', _action: 'headers', _uid: '7', _framed: '1', _mbox: 'S&AOM-o/A B' },
    });
  });

  it('gives the header block as it was sent', () => {
    const html = `<div class="frame-content">
\t<font class="bold">From:</font> &quot;Doe, John&quot; &lt;j@a.example&gt;<br /><font class="bold">To:</font> a@b.example,<br />&nbsp;&nbsp;&nbsp;&nbsp;c@d.example<br /><font class="bold">Subject:</font> 1 &amp;lt; 2 &amp;amp; O'Neill
</div><div id="messagestack"></div>`;
    const header = parseHeaders(headersFromDialog(html) ?? '');
    expect(header?.('from')).toEqual(['"Doe, John" <j@a.example>']);
    expect(header?.('to')[0]?.replace(/\s+/g, ' ')).toBe('a@b.example, c@d.example');
    expect(header?.('subject')).toEqual(["1 &lt; 2 &amp; O'Neill"]);
  });

  it('cannot be forged from within a header: what looks like tags there is text', () => {
    const html =
      '<font class="bold">Subject:</font> &lt;/div&gt;&lt;br /&gt;&lt;font class=&quot;bold&quot;&gt;From:&lt;/font&gt; x@y.example<br /><font class="bold">To:</font> a@b.example</div>';
    const header = parseHeaders(headersFromDialog(html) ?? '');
    expect(header?.('from')).toEqual([]);
    expect(header?.('to')).toEqual(['a@b.example']);
  });

  it('is none where the page is another, such as the one for signing in', () => {
    expect(headersFromDialog('<form id="login-form"></form>')).toBeNull();
  });
});
