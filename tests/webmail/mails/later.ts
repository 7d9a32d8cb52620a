import { html, text } from './mime.ts';
import { type Company, type SampleMail, SIGNATURE_MARK, sampleMail } from './sample-mail.ts';

const ALPENROSE: Company = { name: 'Alpenrose Seilbahnen AG', domain: 'alpenrose-seilbahnen.example' };
const PUERTO: Company = { name: 'Astilleros Puerto Norte, S.A.', domain: 'puertonorte.example' };

const nadia = sampleMail({
  slug: 'later-alpenrose',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Nadia Berger', email: 'nadia.berger@alpenrose-seilbahnen.example' },
  company: ALPENROSE,
  language: 'de',
  date: '2026-11-09T08:05:00+01:00',
  subject: 'Revision der Gondelbahn im Mai',
  signature: {
    name: 'Nadia Berger',
    title: 'Leiterin Technik',
    organisation: 'Alpenrose Seilbahnen AG',
    phones: ['+41 33 555 01 80'],
    emails: ['nadia.berger@alpenrose-seilbahnen.example'],
    urls: [],
    address: 'Talstation 1, 3818 Grindelwald',
  },
  body: text(`
Grüezi Herr Weber

für die Revision im Mai suchen wir hydraulische Schraubenspanner zur Miete.

${SIGNATURE_MARK}
Nadia Berger
Leiterin Technik
Alpenrose Seilbahnen AG
Talstation 1, 3818 Grindelwald
+41 33 555 01 80
nadia.berger@alpenrose-seilbahnen.example
`),
});

const mateo = sampleMail({
  slug: 'later-puerto-norte',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Mateo Castellanos Ruiz', email: 'm.castellanos@puertonorte.example' },
  company: PUERTO,
  language: 'es',
  date: '2026-11-09T09:20:30+01:00',
  subject: 'Herramienta para el astillero',
  signature: {
    name: 'Mateo Castellanos Ruiz',
    title: 'Director de Operaciones',
    organisation: 'Astilleros Puerto Norte, S.A.',
    phones: ['+34 985 555 027'],
    emails: ['m.castellanos@puertonorte.example'],
    urls: [],
    address: null,
  },
  body: html(`
<p>Buenos días, Jonas:</p><p>Lucía Ibarra me ha recomendado sus llaves. ¿Puede llamarme esta semana?</p>
<p><strong>Mateo Castellanos Ruiz</strong><br>Director de Operaciones<br>Astilleros Puerto Norte, S.A.<br>
T. <a href="tel:+34985555027">+34 985 555 027</a><br>
<a href="mailto:m.castellanos@puertonorte.example">m.castellanos@puertonorte.example</a></p>
`),
});

/** For jonas, and in nobody's mailbox until somebody delivers them. */
export const LATER_MAILS: readonly SampleMail[] = [nadia, mateo];
