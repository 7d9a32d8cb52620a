import { box, type SignatureSample } from './signature-sample.ts';

const ines = box('Ines Duarte', 'ines.duarte@bluefinch.example');

/** What must not become facts about the sender. */
export const hostile: readonly SignatureSample[] = [
  {
    what: 'somebody else’s signature behind the delimiter',
    from: ines,
    text: 'See below.\n\n-- \nKarl Brandt\nManaging Director\nBrandt Pumpen GmbH\n+49 40 5550 0160\nkarl.brandt@brandt-pumpen.example',
    expected: null,
  },
  {
    what: 'a signature under a forwarded head in Italian',
    from: ines,
    text: 'Per conoscenza.\n\n---------- Messaggio inoltrato ---------\nDa: Karl Brandt <karl.brandt@brandt-pumpen.example>\nDate: lun 4 mag 2026 alle 10:12\nOggetto: Pompe\n\nSaluti\nKarl Brandt\nManaging Director\n+49 40 5550 0160',
    expected: null,
  },
  {
    what: 'a signature under a quote in Japanese',
    from: ines,
    text: 'OK\n\n2026年5月4日(月) 10:12 Karl Brandt <karl.brandt@brandt-pumpen.example>のメール:\n> Karl Brandt\n> Managing Director\n> +49 40 5550 0160',
    expected: null,
  },
  {
    what: 'bank details in a signature’s place',
    from: ines,
    text: 'Please pay by Friday.\n\nBest regards,\nInes Duarte\nBluefinch Ltd\nIBAN GB33 BUKB 2020 1555 5555 55\nSort code 20-20-15\nVAT no. 123 4567 89\nCompany no. 01234567',
    expected: { name: 'Ines Duarte', organisation: 'Bluefinch Ltd' },
  },
  {
    what: 'markup and script as text',
    from: ines,
    text: 'Hi\n\n-- \nInes Duarte\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n+44 20 7946 0161',
    expected: { name: 'Ines Duarte', phones: ['+44 20 7946 0161'] },
  },
  {
    what: 'a colleague as a stand-in',
    from: ines,
    text: 'Hi\n\nBest regards,\nInes Duarte\nBuyer\nBluefinch Ltd\n\nI am out until Monday. Please ask Karl Brandt at +44 20 7946 0162 in the meantime, he knows everything about this order.',
    expected: { name: 'Ines Duarte', title: 'Buyer', organisation: 'Bluefinch Ltd' },
  },
  {
    what: 'names of properties that objects have',
    from: box('Constructor Proto', 'proto@bluefinch.example'),
    text: 'Hi\n\n-- \nConstructor Proto\n__proto__\ntoString\n+44 20 7946 0163',
    expected: { name: 'Constructor Proto', phones: ['+44 20 7946 0163'] },
  },
  {
    what: 'a mail of numbers alone',
    from: ines,
    text: '1 200 300\n2 400 500\n\n4711 0815\n12.05.2026',
    expected: null,
  },
];
