import { IBARRA, JOAO, LUMEN, USINA } from './companies.ts';
import { alternatives, html, text } from './mime.ts';
import { type SampleMail, sampleMail } from './sample-mail.ts';

const latin1 = sampleMail({
  slug: 'lumen-iso-8859-1',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Élodie Desrosières', email: 'elodie.desrosieres@atelier-lumen.example' },
  company: LUMEN,
  language: 'fr',
  date: '2026-10-08T11:20:05+02:00',
  subject: 'Délai de livraison des clés dynamométriques',
  headerStyle: { charset: 'iso-8859-1', form: 'Q' },
  signature: {
    name: 'Élodie Desrosières',
    title: 'Responsable des achats',
    organisation: 'Atelier Lumen SARL',
    phones: ['04 72 55 01 63'],
    emails: ['elodie.desrosieres@atelier-lumen.example'],
    urls: ['www.atelier-lumen.example'],
    address: "12 bis, quai de l'Arsenal, 69002 Lyon",
  },
  body: text(
    `
Bonjour Monsieur Weber,

Votre délai de trois semaines nous convient, à condition que les étuis soient livrés en même temps.

Bien à vous,

Élodie Desrosières
Responsable des achats
Atelier Lumen SARL
12 bis, quai de l'Arsenal
69002 Lyon
Tél. : 04 72 55 01 63
elodie.desrosieres@atelier-lumen.example
www.atelier-lumen.example
`,
    { charset: 'iso-8859-1' },
  ),
});

const outlook = sampleMail({
  slug: 'ibarra-outlook-thread',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'Lucía Ibarra Méndez', email: 'lucia.ibarra@talleres-ibarra.example' },
  company: IBARRA,
  language: 'es',
  date: '2026-10-13T18:26:44+02:00',
  subject: 'RE: Juegos de llaves para el taller de Bilbao',
  headers: ['X-Mailer: Microsoft Outlook 16.0', 'Thread-Index: AQHaTidewaterSample=='],
  signature: {
    name: 'Lucía Ibarra Méndez',
    title: 'Jefa de Compras',
    organisation: 'Talleres Ibarra, S.L.',
    phones: ['+34 944 555 018'],
    emails: ['lucia.ibarra@talleres-ibarra.example'],
    urls: ['http://www.talleres-ibarra.example/'],
    address: 'Pol. Ind. Ugaldeguren, nave 6, 48160 Derio',
  },
  body: html(`
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<style>p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif}</style></head>
<body lang="ES" link="#0563C1"><div class="WordSection1">
<p class="MsoNormal">Estimado Jonas:</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">De acuerdo con los nueve juegos. ¿Puede confirmarme el plazo antes del viernes?</p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Un saludo,</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal"><b><span style="color:#1F3864">Lucía Ibarra Méndez<o:p></o:p></span></b></p>
<p class="MsoNormal"><span style="font-size:9.0pt">Jefa de Compras<o:p></o:p></span></p>
<p class="MsoNormal"><span style="font-size:9.0pt">Talleres Ibarra, S.L.<o:p></o:p></span></p>
<p class="MsoNormal"><span style="font-size:9.0pt">Pol. Ind. Ugaldeguren, nave 6<br>48160 Derio<o:p></o:p></span></p>
<p class="MsoNormal"><span style="font-size:9.0pt">Tfno. +34 944 555 018 |
<a href="mailto:lucia.ibarra@talleres-ibarra.example">lucia.ibarra@talleres-ibarra.example</a> |
<a href="http://www.talleres-ibarra.example/">www.talleres-ibarra.example</a><o:p></o:p></span></p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b>De:</b> Jonas Weber &lt;jonas.weber@tidewater.test&gt; <br><b>Enviado el:</b> martes, 13 de octubre de 2026 9:10<br>
<b>Para:</b> Lucía Ibarra Méndez &lt;lucia.ibarra@talleres-ibarra.example&gt;<br><b>Asunto:</b> Juegos de llaves para el taller de Bilbao</p></div></div>
<p class="MsoNormal">Buenos días, le propongo nueve juegos completos.</p>
<p class="MsoNormal">Jonas Weber<br>Key Account Manager, Tidewater Tools<br>+351 21 555 0190</p>
</div></body></html>
`),
});

const gmail = sampleMail({
  slug: 'usina-gmail-signature',
  to: ['jonas'],
  kind: 'person',
  from: JOAO,
  company: USINA,
  language: 'pt-BR',
  date: '2026-10-14T14:55:19-03:00',
  subject: 'Visita técnica à usina em novembro',
  signature: {
    name: 'João Batista Figueiredo',
    title: 'Gerente de Suprimentos',
    organisation: 'Usina Verde Energia Ltda.',
    phones: ['+55 (16) 95550-1234'],
    emails: [],
    urls: ['https://usinaverde.example/'],
    address: 'Rod. Anhanguera, km 312, Ribeirão Preto – SP',
  },
  body: alternatives(
    `
Olá, Jonas!

A parada da usina será de 16 a 27 de novembro. Você consegue vir na primeira semana?

Abraço,
João
`,
    `
<div dir="ltr">Olá, Jonas!<div><br></div><div>A parada da usina será de 16 a 27 de novembro. Você consegue vir na primeira
semana?</div><div><br></div><div>Abraço,</div><div>João<br clear="all"><div><br></div>
<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">
<div dir="ltr"><b>João Batista Figueiredo</b><div>Gerente de Suprimentos</div><div>Usina Verde Energia Ltda.</div>
<div>Rod. Anhanguera, km 312, Ribeirão Preto – SP</div><div>WhatsApp +55 (16) 95550-1234</div>
<div><a href="https://usinaverde.example/" target="_blank">usinaverde.example</a></div></div></div></div></div>
`,
  ),
});

export const CLIENTS_ROMANCE: readonly SampleMail[] = [latin1, outlook, gmail];
