import { box, type SignatureSample } from './signature-sample.ts';

/** German, French, Dutch, Italian, Spanish and Portuguese. */
export const european: readonly SignatureSample[] = [
  {
    what: 'German, with a commercial register',
    from: box('Katharina Böhm', 'k.boehm@nordlicht-optik.example'),
    text: 'Guten Tag Herr Weber,\n\nanbei die Zeichnung.\n\nMit freundlichen Grüßen\n\ni. A. Katharina Böhm\nSachbearbeiterin Einkauf\n\nNordlicht Optik GmbH & Co. KG\nWerftstraße 12\n24143 Kiel\nTel.: +49 431 5550-120\nFax: +49 431 5550-199\nk.boehm@nordlicht-optik.example\nwww.nordlicht-optik.example\n\nSitz der Gesellschaft: Kiel, Amtsgericht Kiel HRA 1234\nGeschäftsführer: Dr. Holger Petersen',
    expected: {
      name: 'Katharina Böhm',
      title: 'Sachbearbeiterin Einkauf',
      organisation: 'Nordlicht Optik GmbH & Co. KG',
      address: 'Werftstraße 12, 24143 Kiel',
      phones: ['+49 431 5550-120'],
      faxes: ['+49 431 5550-199'],
      emails: ['k.boehm@nordlicht-optik.example'],
      urls: ['www.nordlicht-optik.example'],
    },
  },
  {
    what: 'German, on one line',
    from: box('Uwe Lindner', 'lindner@lindner-dach.example'),
    text: 'Passt, Dienstag 8 Uhr.\n\nVG\nUwe Lindner | Inhaber | Dachdeckerei Lindner | 0170 5550133',
    expected: {
      name: 'Uwe Lindner',
      title: 'Inhaber',
      organisation: 'Dachdeckerei Lindner',
      phones: ['0170 5550133'],
    },
  },
  {
    what: 'German, with a department below the title',
    from: box('Dr. Svenja Aumann', 'aumann@uni-altwerder.example'),
    text: 'Die Proben sind da.\n\nViele Grüße\nSvenja Aumann\n\n-- \nDr. Svenja Aumann\nLaborleiterin\nInstitut für Werkstoffkunde\nUniversität Altwerder\nTelefon 0511 555 4410',
    expected: {
      name: 'Dr. Svenja Aumann',
      title: 'Laborleiterin',
      organisation: 'Institut für Werkstoffkunde',
      phones: ['0511 555 4410'],
    },
  },
  {
    what: 'French, with a standard and a direct line',
    from: box('Hélène Marchand', 'h.marchand@ateliers-marchand.example'),
    text: 'Bonjour,\n\nle devis suit demain.\n\nBien cordialement,\n\nHélène Marchand\nResponsable des achats\nAteliers Marchand SAS\n14, rue des Tanneurs\n67000 Strasbourg\nTél. : +33 3 88 55 50 10\nPortable : 06 12 55 50 11',
    expected: {
      name: 'Hélène Marchand',
      title: 'Responsable des achats',
      organisation: 'Ateliers Marchand SAS',
      address: '14, rue des Tanneurs, 67000 Strasbourg',
      phones: ['+33 3 88 55 50 10', '06 12 55 50 11'],
    },
  },
  {
    what: 'French, surname in capitals',
    from: box('Benoît LEFÈVRE', 'blefevre@verrerie-du-lac.example'),
    text: 'Reçu, merci.\n\nCordialement\nBenoît LEFÈVRE\nDirecteur technique\nVerrerie du Lac\n04 50 55 50 20',
    expected: {
      name: 'Benoît LEFÈVRE',
      title: 'Directeur technique',
      organisation: 'Verrerie du Lac',
      phones: ['04 50 55 50 20'],
    },
  },
  {
    what: 'Dutch',
    from: box('Sanne de Wit', 'sanne@kade-12.example'),
    text: 'Hoi Jonas,\n\nakkoord.\n\nMet vriendelijke groet,\n\nSanne de Wit\nInkoper\nKade 12 B.V.\nHandelskade 12\n3011 AB Rotterdam\nT 010 555 01 30',
    expected: {
      name: 'Sanne de Wit',
      title: 'Inkoper',
      organisation: 'Kade 12 B.V.',
      address: 'Handelskade 12, 3011 AB Rotterdam',
      phones: ['010 555 01 30'],
    },
  },
  {
    what: 'Italian',
    from: box('Giulia Ferraro', 'g.ferraro@ferraro-marmi.example'),
    text: 'Buongiorno,\nconfermo la consegna.\n\nCordiali saluti,\nGiulia Ferraro\nResponsabile commerciale estero\nFerraro Marmi S.r.l.\nVia della Pieve 4\n54033 Carrara (MS)\nTel. +39 0585 555010\nCell. +39 333 5550110',
    expected: {
      name: 'Giulia Ferraro',
      title: 'Responsabile commerciale estero',
      organisation: 'Ferraro Marmi S.r.l.',
      address: 'Via della Pieve 4, 54033 Carrara (MS)',
      phones: ['+39 0585 555010', '+39 333 5550110'],
    },
  },
  {
    what: 'Spanish, two surnames',
    from: box('Marta Iglesias Roldán', 'marta.iglesias@gruasdelsur.example'),
    text: 'Buenos días:\n\nadjunto la factura.\n\nUn cordial saludo,\n\nMarta Iglesias Roldán\nJefa de administración\nGrúas del Sur, S.L.\nAvda. de la Industria, 18\n41007 Sevilla\nTel.: 955 550 140\nMóvil: 600 555 141',
    expected: {
      name: 'Marta Iglesias Roldán',
      title: 'Jefa de administración',
      organisation: 'Grúas del Sur, S.L.',
      address: 'Avda. de la Industria, 18, 41007 Sevilla',
      phones: ['955 550 140', '600 555 141'],
    },
  },
  {
    what: 'Spanish, no company form',
    from: box('Andrés Villalba', 'andres@talleresvillalba.example'),
    text: 'Perfecto, nos vemos el martes.\n\nSaludos,\nAndrés Villalba\nGerente\nTalleres Villalba\n+52 55 5555 0142',
    expected: {
      name: 'Andrés Villalba',
      title: 'Gerente',
      organisation: 'Talleres Villalba',
      phones: ['+52 55 5555 0142'],
    },
  },
  {
    what: 'Portuguese, from Brazil',
    from: box('Rafael Monteiro', 'rafael.monteiro@cafesserra.example'),
    text: 'Olá Amira,\n\nsegue o pedido.\n\nAtenciosamente,\nRafael Monteiro\nGerente de Exportação\nCafés Serra Ltda.\nRua das Acácias, 210\nTel.: (11) 5555-0160 | Cel.: (11) 95555-0161\nwww.cafesserra.example',
    expected: {
      name: 'Rafael Monteiro',
      title: 'Gerente de Exportação',
      organisation: 'Cafés Serra Ltda.',
      address: 'Rua das Acácias, 210',
      phones: ['(11) 5555-0160', '(11) 95555-0161'],
      urls: ['www.cafesserra.example'],
    },
  },
  {
    what: 'Portuguese',
    from: box('Teresa Vaz', 'teresa.vaz@ceramicas-vaz.example'),
    text: 'Bom dia,\n\nobrigada pela visita.\n\nCom os melhores cumprimentos,\nTeresa Vaz\nDiretora de Compras\nCerâmicas Vaz, Lda\nTlm: +351 912 555 017',
    expected: {
      name: 'Teresa Vaz',
      title: 'Diretora de Compras',
      organisation: 'Cerâmicas Vaz, Lda',
      phones: ['+351 912 555 017'],
    },
  },
];
