import type { SeenPerson } from '../../../../shared/capture/seen.ts';

/** A mail's body as HTML, from Ines Duarte, and what its signature says. `sure` is not compared; null: nothing of hers. */
export type HtmlSample = { what: string; html: string; expected: Omit<SeenPerson, 'sure'> | null };

const text = '<p>The samples leave on Friday, as we said on the phone.</p>';
const theirs = 'Karl Brandt<br>Managing Director<br>Brandt Pumpen GmbH<br>+49 40 5550 0160';

export const htmlSamples: readonly HtmlSample[] = [
  {
    what: 'a table of a signature service, with icons for links',
    html: `${text}<div>Best,</div><table cellpadding="0"><tr><td><img alt="photo" src="p.png"></td><td>
      <table><tr><td><span>Ines Duarte</span></td></tr><tr><td>Head of Sales, <span>Bluefinch Ltd</span></td></tr>
      <tr><td><a href="tel:+442079460102">+44 20 7946 0102</a></td></tr>
      <tr><td><a href="mailto:ines.duarte@bluefinch.example">ines.duarte@bluefinch.example</a></td></tr>
      <tr><td><a href="https://bluefinch.example/"><img alt="web" src="w.png"></a></td></tr></table></td></tr></table>`,
    expected: {
      name: 'Ines Duarte',
      title: 'Head of Sales',
      organisation: 'Bluefinch Ltd',
      phones: ['+44 20 7946 0102'],
      emails: ['ines.duarte@bluefinch.example'],
    },
  },
  {
    what: 'a mail of Apple’s program',
    html: `${text}<br id="lineBreakAtBeginningOfSignature"><div dir="auto"><div>Ines Duarte</div><div>Einkäuferin</div><div>Bluefinch GmbH</div><div>Tel.&nbsp;040&nbsp;5550&nbsp;0110</div></div>`,
    expected: {
      name: 'Ines Duarte',
      title: 'Einkäuferin',
      organisation: 'Bluefinch GmbH',
      phones: ['040 5550 0110'],
    },
  },
  {
    what: 'paragraphs of Word with tabs',
    html: `${text}<p class="MsoNormal">Cordialement,</p><p class="MsoNormal"><b>Ines Duarte</b></p><p class="MsoNormal">Responsable des achats</p><p class="MsoNormal">Bluefinch SARL</p><p class="MsoNormal">Tél.<span>&nbsp;&nbsp;&nbsp;</span>04 72 55 50 10</p><p class="MsoNormal">&nbsp;</p>`,
    expected: {
      name: 'Ines Duarte',
      title: 'Responsable des achats',
      organisation: 'Bluefinch SARL',
      phones: ['04 72 55 50 10'],
    },
  },
  {
    what: 'Thunderbird’s mark',
    html: `${text}<div class="moz-signature">-- <br>Ines Duarte | Compras | Bluefinch Lda<br>Tlm. 912 555 010</div>`,
    expected: {
      name: 'Ines Duarte',
      title: 'Compras',
      organisation: 'Bluefinch Lda',
      phones: ['912 555 010'],
    },
  },
  {
    what: 'Outlook’s mark, in Japanese',
    html: `${text}<div id="Signature"><p>株式会社ブルーフィンチ</p><p>購買部 Ines Duarte</p><p>TEL 03-5550-1490</p></div>`,
    expected: {
      name: 'Ines Duarte',
      organisation: '株式会社ブルーフィンチ',
      title: '購買部',
      phones: ['03-5550-1490'],
    },
  },
  {
    what: 'right-to-left text',
    html: `${text}<div dir="rtl">مع التحية<br>Ines Duarte<br>مدير المبيعات<br>شركة النخيل<br>هاتف: +971 4 555 0131</div>`,
    expected: {
      name: 'Ines Duarte',
      title: 'مدير المبيعات',
      organisation: 'شركة النخيل',
      phones: ['+971 4 555 0131'],
    },
  },
  {
    what: 'somebody else’s marked signature inside a quote of Yahoo’s',
    html: `${text}<div id="ydp1yahoo_quoted_1" class="ydp1yahoo_quoted"><div class="gmail_signature">${theirs}</div></div>`,
    expected: null,
  },
  {
    what: 'somebody else’s, in a block that is not shown',
    html: `${text}<div style="DISPLAY:NONE">${theirs}</div><div hidden>${theirs}</div><template>${theirs}</template>`,
    expected: null,
  },
  {
    what: 'a signature within a script and a style',
    html: `${text}<script type="text/plain">Ines Duarte\n+44 20 7946 0102</script><style>p::after { content: "Ines Duarte" }</style>`,
    expected: null,
  },
  {
    what: 'a link that says one address and goes to another',
    html: `${text}<p>Regards,<br>Ines Duarte<br>Bluefinch Ltd<br><a href="https://evil.example/bluefinch">www.bluefinch.example</a><br><a href="javascript:alert(1)">Call</a></p>`,
    expected: {
      name: 'Ines Duarte',
      organisation: 'Bluefinch Ltd',
      urls: ['www.bluefinch.example', 'https://evil.example/bluefinch'],
    },
  },
];
