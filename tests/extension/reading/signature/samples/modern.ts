import { box, type SignatureSample } from './signature-sample.ts';

/** English, as mail programs and signature services write it today. */
export const modern: readonly SignatureSample[] = [
  {
    what: 'with pronouns, degrees and social links',
    from: box('Priya Raman', 'priya.raman@lanternlabs.example'),
    text: 'Sounds good.\n\nBest,\n\nPriya Raman, PhD (she/her)\nVP of Customer Success, Lantern Labs\nm: +1 (415) 555-0140 | priya.raman@lanternlabs.example\nlanternlabs.example | LinkedIn | Book a meeting',
    expected: {
      name: 'Priya Raman',
      title: 'VP of Customer Success',
      organisation: 'Lantern Labs',
      phones: ['+1 (415) 555-0140'],
      emails: ['priya.raman@lanternlabs.example'],
      urls: ['lanternlabs.example'],
    },
  },
  {
    what: 'with the title behind the name',
    from: box('Tom Okafor', 'tom@brightwell.example'),
    text: 'Thanks for the call.\n\nTom Okafor - Head of Procurement\nBrightwell Energy plc\n+44 20 7946 0141',
    expected: {
      name: 'Tom Okafor',
      title: 'Head of Procurement',
      organisation: 'Brightwell Energy plc',
      phones: ['+44 20 7946 0141'],
    },
  },
  {
    what: 'with "at" between title and company',
    from: box('Grace Liu', 'grace@paperkite.example'),
    text: 'See attached.\n\nCheers,\nGrace\n\nGrace Liu\nProduct Designer at Paperkite\n+1 212 555 0142',
    expected: {
      name: 'Grace Liu',
      title: 'Product Designer',
      organisation: 'Paperkite',
      phones: ['+1 212 555 0142'],
    },
  },
  {
    what: 'with an extension and a toll-free number',
    from: box('Miguel Santos', 'msantos@harborfreightline.example'),
    text: 'Booked.\n\nRegards,\n\nMiguel Santos\nAccount Executive\nHarbor Freightline, Inc.\n1200 Dock Street, Suite 310\nTacoma, WA 98402\nOffice: 253-555-0143 x12\nToll free: 1-800-555-0144\nFax: 253-555-0145',
    expected: {
      name: 'Miguel Santos',
      title: 'Account Executive',
      organisation: 'Harbor Freightline, Inc.',
      address: '1200 Dock Street, Suite 310, Tacoma, WA 98402',
      phones: ['253-555-0143 x12', '1-800-555-0144'],
      faxes: ['253-555-0145'],
    },
  },
  {
    what: 'with a department and no title',
    from: box('Aisha Bello', 'aisha.bello@kestrelbank.example'),
    text: 'Done.\n\nKind regards\nAisha Bello\nAccounts Payable\nKestrel Bank\nT: +44 131 496 0146',
    expected: {
      name: 'Aisha Bello',
      title: 'Accounts Payable',
      organisation: 'Kestrel Bank',
      phones: ['+44 131 496 0146'],
    },
  },
  {
    what: 'with a slogan and a disclaimer below',
    from: box('Ruth Adler', 'ruth@adlerlaw.example'),
    text: 'Received with thanks.\n\nSincerely,\nRuth Adler\nPartner\nAdler & Partners LLP\nDirect +1 617 555 0147\n\nWe plant a tree for every client.\n\nThis e-mail is confidential and intended only for the recipient named above. If you received it by mistake please delete it.',
    expected: {
      name: 'Ruth Adler',
      title: 'Partner',
      organisation: 'Adler & Partners LLP',
      phones: ['+1 617 555 0147'],
    },
  },
  {
    what: 'sent from a phone',
    from: box('Ines Duarte', 'ines.duarte@bluefinch.example'),
    text: 'Yes please.\n\nInes\n\nSent from my iPhone',
    expected: { name: 'Ines' },
  },
  {
    what: 'with a nickname',
    from: box('Thomas Gray', 'thomas.gray@stonebridge.example'),
    text: 'Agreed.\n\nAll the best,\n\nTom\nSales Director\nStonebridge Mills Ltd\n+44 161 496 0148',
    expected: {
      name: 'Tom',
      title: 'Sales Director',
      organisation: 'Stonebridge Mills Ltd',
      phones: ['+44 161 496 0148'],
    },
  },
  {
    what: 'with emoji for labels',
    from: box('Lucas Meyer', 'lucas@wildgarten.example'),
    text: 'Bis dann!\n\n--\nLucas Meyer\nGründer\nWildgarten\n📞 +49 30 5550 0149\n✉️ lucas@wildgarten.example\n🌐 https://wildgarten.example',
    expected: {
      name: 'Lucas Meyer',
      title: 'Gründer',
      organisation: 'Wildgarten',
      phones: ['+49 30 5550 0149'],
      emails: ['lucas@wildgarten.example'],
      urls: ['https://wildgarten.example'],
    },
  },
  {
    what: 'of two titles',
    from: box('Nadia Haddad', 'nadia@corvusair.example'),
    text: 'Noted.\n\nBest regards,\nNadia Haddad\nCo-Founder & CEO\nCorvus Air Systems\n+33 1 55 50 01 50',
    expected: {
      name: 'Nadia Haddad',
      title: 'Co-Founder & CEO',
      organisation: 'Corvus Air Systems',
      phones: ['+33 1 55 50 01 50'],
    },
  },
];
