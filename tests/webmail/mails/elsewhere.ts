import { NORDWERK } from './companies.ts';
import { text } from './mime.ts';
import { type SampleMail, sampleMail, shortSignature } from './sample-mail.ts';

/** In a folder within a folder, whose names are outside ASCII. */
const filed = sampleMail({
  slug: 'nordwerk-filed-mail',
  to: ['jonas'],
  folder: 'Kunden/Übersee & Nord',
  kind: 'person',
  from: { name: 'Enno Harms', email: 'e.harms@nordwerk.example' },
  company: NORDWERK,
  language: 'de',
  date: '2026-09-28T14:14:14+02:00',
  subject: 'Dank für den Besuch',
  signature: shortSignature('Enno Harms', { title: 'Geschäftsführer' }),
  body: text(
    'Lieber Herr Weber,\n\nhaben Sie Dank für Ihren Besuch und die Vorführung.\n\nEnno Harms\nGeschäftsführer',
  ),
});

export const ELSEWHERE: readonly SampleMail[] = [filed];
