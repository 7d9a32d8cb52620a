import { box, type SignatureSample } from './signature-sample.ts';

/** Czech, Polish, Russian, Ukrainian, Hungarian, Romanian, Turkish, Greek, Swedish, Danish, Norwegian, Finnish. */
export const northernAndEastern: readonly SignatureSample[] = [
  {
    what: 'Czech',
    from: box('Ing. Petr Havelka', 'havelka@strojirny-morava.example'),
    text: 'Dobrý den,\n\nzasílám nabídku.\n\nS pozdravem\n\nIng. Petr Havelka\nobchodní ředitel\n\nStrojírny Morava, s.r.o.\nTovární 8\n772 00 Olomouc\ntel.: +420 585 555 010\nmob.: +420 602 555 011\ne-mail: havelka@strojirny-morava.example',
    expected: {
      name: 'Ing. Petr Havelka',
      title: 'obchodní ředitel',
      organisation: 'Strojírny Morava, s.r.o.',
      address: 'Tovární 8, 772 00 Olomouc',
      phones: ['+420 585 555 010', '+420 602 555 011'],
      emails: ['havelka@strojirny-morava.example'],
    },
  },
  {
    what: 'Czech, a woman in accounting',
    from: box('Jana Dvořáková', 'jana.dvorakova@pekarna-u-mostu.example'),
    text: 'Děkuji za zaslání.\n\nS přátelským pozdravem\nJana Dvořáková\núčetní\nPekárna U Mostu\ntel. 777 555 012',
    expected: {
      name: 'Jana Dvořáková',
      title: 'účetní',
      organisation: 'Pekárna U Mostu',
      phones: ['777 555 012'],
    },
  },
  {
    what: 'Polish',
    from: box('Agnieszka Zielińska', 'a.zielinska@drukarnia-wisla.example'),
    text: 'Dzień dobry,\n\nw załączeniu oferta.\n\nZ poważaniem\nAgnieszka Zielińska\nSpecjalista ds. sprzedaży\nDrukarnia Wisła Sp. z o.o.\nul. Nadbrzeżna 7\n80-001 Gdańsk\ntel. 58 555 01 13, kom. 600 555 013',
    expected: {
      name: 'Agnieszka Zielińska',
      title: 'Specjalista ds. sprzedaży',
      organisation: 'Drukarnia Wisła Sp. z o.o.',
      address: 'ul. Nadbrzeżna 7, 80-001 Gdańsk',
      phones: ['58 555 01 13', '600 555 013'],
    },
  },
  {
    what: 'Russian',
    from: box('Ольга Кравцова', 'kravtsova@sever-stal.example'),
    text: 'Добрый день!\n\nСчёт во вложении.\n\nС уважением,\nОльга Кравцова\nНачальник отдела закупок\nООО «Северсклад»\n191025, г. Санкт-Петербург, ул. Садовая, д. 5\nТел.: +7 (812) 555-01-14\nМоб.: +7 921 555-01-15',
    expected: {
      name: 'Ольга Кравцова',
      title: 'Начальник отдела закупок',
      organisation: 'ООО «Северсклад»',
      address: '191025, г. Санкт-Петербург, ул. Садовая, д. 5',
      phones: ['+7 (812) 555-01-14', '+7 921 555-01-15'],
    },
  },
  {
    what: 'Russian, a manager without a company form',
    from: box('Дмитрий Орлов', 'd.orlov@kamnerez.example'),
    text: 'Отгрузим в пятницу.\n\n--\nС наилучшими пожеланиями,\nДмитрий Орлов\nведущий инженер\nт. +7 495 555-01-16',
    expected: {
      name: 'Дмитрий Орлов',
      title: 'ведущий инженер',
      phones: ['+7 495 555-01-16'],
    },
  },
  {
    what: 'Ukrainian',
    from: box('Марія Ковальчук', 'kovalchuk@lviv-tex.example'),
    text: 'Добрий день,\nнадсилаю договір.\n\nЗ повагою,\nМарія Ковальчук\nменеджер з продажу\nТОВ «Львівтекс»\nтел. +380 32 555 01 17',
    expected: {
      name: 'Марія Ковальчук',
      title: 'менеджер з продажу',
      organisation: 'ТОВ «Львівтекс»',
      phones: ['+380 32 555 01 17'],
    },
  },
  {
    what: 'Hungarian, surname first',
    from: box('Szabó Eszter', 'szabo.eszter@dunapapir.example'),
    text: 'Kedves Jonas!\n\nKöszönöm.\n\nÜdvözlettel:\nSzabó Eszter\nbeszerzési vezető\nDunapapír Kft.\nTel.: +36 1 555 0118',
    expected: {
      name: 'Szabó Eszter',
      title: 'beszerzési vezető',
      organisation: 'Dunapapír Kft.',
      phones: ['+36 1 555 0118'],
    },
  },
  {
    what: 'Romanian',
    from: box('Ioana Dumitrescu', 'ioana@lemn-carpat.example'),
    text: 'Bună ziua,\n\nrevin mâine.\n\nCu stimă,\nIoana Dumitrescu\nDirector vânzări\nLemn Carpat S.R.L.\nTel: +40 268 555 119',
    expected: {
      name: 'Ioana Dumitrescu',
      title: 'Director vânzări',
      organisation: 'Lemn Carpat S.R.L.',
      phones: ['+40 268 555 119'],
    },
  },
  {
    what: 'Turkish',
    from: box('Elif Yıldız', 'elif.yildiz@ege-zeytin.example'),
    text: 'Merhaba,\n\nnumuneler yolda.\n\nSaygılarımla,\nElif Yıldız\nİhracat Müdürü\nEge Zeytin A.Ş.\nTel: +90 232 555 01 20\nGSM: +90 532 555 01 21',
    expected: {
      name: 'Elif Yıldız',
      title: 'İhracat Müdürü',
      organisation: 'Ege Zeytin A.Ş.',
      phones: ['+90 232 555 01 20', '+90 532 555 01 21'],
    },
  },
  {
    what: 'Greek',
    from: box('Νίκος Παπαδάκης', 'n.papadakis@kriti-oil.example'),
    text: 'Καλημέρα,\n\nστέλνω την προσφορά.\n\nΜε εκτίμηση,\nΝίκος Παπαδάκης\nΔιευθυντής Πωλήσεων\nΚρήτη Ελαιόλαδο Α.Ε.\nΤηλ. +30 2810 555 122',
    expected: {
      name: 'Νίκος Παπαδάκης',
      title: 'Διευθυντής Πωλήσεων',
      organisation: 'Κρήτη Ελαιόλαδο Α.Ε.',
      phones: ['+30 2810 555 122'],
    },
  },
  {
    what: 'Swedish',
    from: box('Lena Åkerlund', 'lena.akerlund@vastbygg.example'),
    text: 'Hej,\n\nvi ses på måndag.\n\nMed vänlig hälsning\nLena Åkerlund\nInköpschef\nVästbygg AB\nMobil: 070-555 01 23',
    expected: {
      name: 'Lena Åkerlund',
      title: 'Inköpschef',
      organisation: 'Västbygg AB',
      phones: ['070-555 01 23'],
    },
  },
  {
    what: 'Danish',
    from: box('Mads Kjær', 'mk@fjordfisk.example'),
    text: 'Hej Amira\n\nDet er fint.\n\nVenlig hilsen\nMads Kjær\nSalgschef\nFjordfisk A/S\nTlf. 70 55 01 24',
    expected: {
      name: 'Mads Kjær',
      title: 'Salgschef',
      organisation: 'Fjordfisk A/S',
      phones: ['70 55 01 24'],
    },
  },
  {
    what: 'Finnish',
    from: box('Riikka Lahtinen', 'riikka.lahtinen@saimaapuu.example'),
    text: 'Hei,\n\nkiitos tilauksesta.\n\nYstävällisin terveisin\nRiikka Lahtinen\nmyyntipäällikkö\nSaimaapuu Oy\npuh. 040 555 0125',
    expected: {
      name: 'Riikka Lahtinen',
      title: 'myyntipäällikkö',
      organisation: 'Saimaapuu Oy',
      phones: ['040 555 0125'],
    },
  },
];
