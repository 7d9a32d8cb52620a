import { ANNEGRET, GRUEN, KLAUS, NORDWERK, RUHRTAL } from './companies.ts';
import { alternatives, html, text } from './mime.ts';
import { colleague, type SampleMail, SIGNATURE_MARK, sampleMail } from './sample-mail.ts';

const tableSignature = sampleMail({
  slug: 'nordwerk-angebot',
  to: ['jonas'],
  kind: 'person',
  from: ANNEGRET,
  company: NORDWERK,
  language: 'de',
  date: '2026-10-07T08:31:40+02:00',
  subject: 'Rückfrage zu Ihrem Angebot für die Prüfstände',
  signature: {
    name: 'Dr. Annegret Vogelsang',
    title: 'Leiterin Einkauf',
    organisation: 'Nordwerk Präzisionsteile GmbH',
    phones: ['+49 40 5550 7714', '+49 171 5550 3388'],
    emails: [ANNEGRET.email],
    urls: ['https://www.nordwerk.example/'],
    address: 'Werftstraße 18, 20457 Hamburg',
  },
  body: alternatives(
    `
Sehr geehrter Herr Weber,

vielen Dank für das Angebot. Gilt der Preis auch, wenn wir die Prüfstände in zwei Losen abrufen?

Mit freundlichen Grüßen
Annegret Vogelsang
`,
    `
<div style="font-family:Arial,sans-serif;font-size:10pt">
<p>Sehr geehrter Herr Weber,</p>
<p>vielen Dank für das Angebot. Gilt der Preis auch, wenn wir die Prüfstände in zwei Losen abrufen?</p>
<p>Mit freundlichen Grüßen</p>
<table role="presentation" cellspacing="0" cellpadding="4"><tbody>
<tr><td rowspan="4" width="60" bgcolor="#14324f">&nbsp;</td><td><b>Dr. Annegret Vogelsang</b><br><i>Leiterin Einkauf</i></td></tr>
<tr><td>Nordwerk Präzisionsteile GmbH<br>Werftstraße 18<br>20457 Hamburg</td></tr>
<tr><td>Tel.&nbsp;+49&nbsp;40&nbsp;5550&nbsp;7714<br>Mobil&nbsp;+49&nbsp;171&nbsp;5550&nbsp;3388</td></tr>
<tr><td><a href="mailto:a.vogelsang@nordwerk.example">a.vogelsang@nordwerk.example</a><br>
<a href="https://www.nordwerk.example/">www.nordwerk.example</a></td></tr>
</tbody></table>
<p style="font-size:7pt;color:#888">Sitz der Gesellschaft: Hamburg · Amtsgericht Hamburg HRB 000000 · Geschäftsführer: Enno Harms</p>
</div>
`,
  ),
});

const quotedSignature = sampleMail({
  slug: 'nordwerk-quoted-signature',
  to: ['jonas'],
  kind: 'person',
  from: KLAUS,
  company: NORDWERK,
  language: 'de',
  date: '2026-10-22T13:05:11+02:00',
  subject: 'AW: Rückfrage zu Ihrem Angebot für die Prüfstände',
  cc: [ANNEGRET],
  headers: ['In-Reply-To: <antwort-nordwerk@tidewater.test>'],
  // Klaus-Dieter signs with his first names only: the signature in the thread is his superior's
  body: text(`
Hallo Herr Weber,

zwei Lose passen. Bitte liefern Sie das erste bis zum 20. November an Tor 3.

Gruß
Klaus-Dieter

Am 21.10.2026 um 17:40 schrieb Dr. Annegret Vogelsang:
> Herr Hüttenrauch, übernehmen Sie bitte die Abstimmung mit Herrn Weber?
>
> ${SIGNATURE_MARK}
> Dr. Annegret Vogelsang
> Leiterin Einkauf
> Nordwerk Präzisionsteile GmbH
> Tel. +49 40 5550 7714
`),
});

const compound = sampleMail({
  slug: 'ruhrtal-compound-name',
  to: ['jonas'],
  kind: 'person',
  from: {
    name: 'Friederike Schönewald-Brinkmann',
    email: 'f.schoenewald-brinkmann@ruhrtal-oberflaechen.example',
  },
  company: RUHRTAL,
  language: 'de',
  date: '2026-10-19T10:02:57+02:00',
  subject: 'Eignungsprüfung der Drehmomentschlüssel in der Vorbehandlungsanlage',
  headerStyle: { charset: 'utf-8', form: 'Q' },
  signature: {
    name: 'Friederike Schönewald-Brinkmann',
    title: 'Qualitätsmanagementbeauftragte',
    organisation: 'Oberflächenveredelungstechnikgesellschaft Ruhrtal mbH',
    phones: ['(0234) 555 01-29'],
    emails: ['f.schoenewald-brinkmann@ruhrtal-oberflaechen.example'],
    urls: [],
    address: 'An der Verzinkerei 7a, 44795 Bochum',
  },
  body: text(`
Guten Tag Herr Weber,

für die Eignungsprüfung brauchen wir zu jedem Schlüssel das Kalibrierzertifikat und die Messunsicherheit.

Freundliche Grüße

i. A. Friederike Schönewald-Brinkmann
Qualitätsmanagementbeauftragte

Oberflächenveredelungstechnikgesellschaft Ruhrtal mbH
An der Verzinkerei 7a
44795 Bochum
Telefon: (0234) 555 01-29
E-Mail: f.schoenewald-brinkmann@ruhrtal-oberflaechen.example
`),
});

const internationalDomain = sampleMail({
  slug: 'gruen-idn-domain',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Ines Grün', email: `ines@${GRUEN.domain}` },
  company: GRUEN,
  language: 'de',
  date: '2026-10-20T07:48:30+02:00',
  subject: 'Akkuscheren für die Saison',
  toHeader: [colleague('jonas')],
  signature: {
    name: 'Ines Grün',
    title: 'Inhaberin',
    organisation: 'Gärtnerei Grün & Söhne',
    phones: ['+49 951 5550 140'],
    emails: [],
    urls: ['https://gärtnerei-grün.example'],
    address: null,
  },
  body: html(`
<p>Lieber Herr Weber,</p>
<p>wir bräuchten im Februar zwölf Akkuscheren. Haben Sie ein Vorführgerät?</p>
<p>Herzlich<br>Ines Grün</p>
<p>--<br>Ines Grün, Inhaberin<br>Gärtnerei Grün &amp; Söhne<br>Fon +49 951 5550 140<br>
<a href="https://gärtnerei-grün.example">gärtnerei-grün.example</a></p>
`),
});

export const CLIENTS_GERMAN: readonly SampleMail[] = [
  tableSignature,
  quotedSignature,
  compound,
  internationalDomain,
];
