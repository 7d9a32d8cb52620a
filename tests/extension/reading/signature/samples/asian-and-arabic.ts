import { box, type SignatureSample } from './signature-sample.ts';

/** Japanese, Chinese, Korean, Arabic, Hebrew. */
export const asianAndArabic: readonly SignatureSample[] = [
  {
    what: 'Japanese, boxed, company first',
    from: box('佐藤 美咲', 'm-sato@hamamoto-kogyo.example'),
    text: 'お世話になっております。\n見積書をお送りします。\n\nどうぞよろしくお願いいたします。\n\n-----------------------------\n株式会社浜本工業\n営業部　課長\n佐藤 美咲\n〒530-0001 大阪市北区梅田1-2-3\nTEL: 06-5550-1260 / FAX: 06-5550-1261\nE-mail: m-sato@hamamoto-kogyo.example\n-----------------------------',
    expected: {
      name: '佐藤 美咲',
      title: '営業部 課長',
      organisation: '株式会社浜本工業',
      address: '〒530-0001 大阪市北区梅田1-2-3',
      phones: ['06-5550-1260'],
      faxes: ['06-5550-1261'],
      emails: ['m-sato@hamamoto-kogyo.example'],
    },
  },
  {
    what: 'Japanese, name with its reading',
    from: box('Tanaka Kenji', 'tanaka@aoba-denki.example'),
    text: '承知いたしました。\n\n以上、よろしくお願いいたします。\n青葉電機株式会社 技術部\n田中 健二 (Tanaka Kenji)\n電話 03-5550-1270',
    expected: {
      name: '田中 健二',
      organisation: '青葉電機株式会社',
      phones: ['03-5550-1270'],
    },
  },
  {
    what: 'Chinese',
    from: box('王丽', 'wangli@haifeng-jixie.example'),
    text: '您好，\n\n报价单见附件。\n\n此致\n敬礼\n\n王丽\n销售经理\n青岛海风机械有限公司\n地址：青岛市市南区香港中路8号\n电话：0532-5550-1280\n手机：138 5550 1281',
    expected: {
      name: '王丽',
      title: '销售经理',
      organisation: '青岛海风机械有限公司',
      address: '青岛市市南区香港中路8号',
      phones: ['0532-5550-1280', '138 5550 1281'],
    },
  },
  {
    what: 'Chinese, in English and Chinese',
    from: box('Chen Wei', 'chen.wei@linghai.example'),
    text: 'Dear Amira,\n\nsamples attached.\n\nBest regards,\nChen Wei 陈伟\nExport Manager\nLinghai Group 凌海集团\nTel: +86 755 5550 1290',
    expected: {
      name: 'Chen Wei 陈伟',
      title: 'Export Manager',
      organisation: 'Linghai Group 凌海集团',
      phones: ['+86 755 5550 1290'],
    },
  },
  {
    what: 'Korean',
    from: box('김민준', 'minjun.kim@hanbit.example'),
    text: '안녕하세요.\n견적서를 보내드립니다.\n\n감사합니다.\n김민준 과장\n한빛정밀 주식회사\n전화 02-555-0130',
    expected: {
      name: '김민준',
      title: '과장',
      organisation: '한빛정밀 주식회사',
      phones: ['02-555-0130'],
    },
  },
  {
    what: 'Arabic',
    from: box('ليلى المنصوري', 'layla@alnakheel.example'),
    text: 'السلام عليكم،\n\nمرفق العرض.\n\nمع خالص التحية،\nليلى المنصوري\nمدير المشتريات\nشركة النخيل للتوريدات\nهاتف: +971 4 555 0131\nفاكس: +971 4 555 0132',
    expected: {
      name: 'ليلى المنصوري',
      title: 'مدير المشتريات',
      organisation: 'شركة النخيل للتوريدات',
      phones: ['+971 4 555 0131'],
      faxes: ['+971 4 555 0132'],
    },
  },
  {
    what: 'Arabic, an engineer',
    from: box('عمر حداد', 'omar@binaa.example'),
    text: 'تم الاستلام.\n\nتحياتي\nم. عمر حداد\nمهندس مشاريع\nمؤسسة البناء الحديث\nجوال: +966 55 555 0133',
    expected: {
      name: 'م. عمر حداد',
      title: 'مهندس مشاريع',
      organisation: 'مؤسسة البناء الحديث',
      phones: ['+966 55 555 0133'],
    },
  },
  {
    what: 'Hebrew',
    from: box('נועה לוי', 'noa@galim.example'),
    text: 'שלום,\n\nמצורפת ההצעה.\n\nבברכה,\nנועה לוי\nמנהלת רכש\nגלים טכנולוגיות בע"מ\nטל: 03-555-0134',
    expected: {
      name: 'נועה לוי',
      title: 'מנהלת רכש',
      organisation: 'גלים טכנולוגיות בע"מ',
      phones: ['03-555-0134'],
    },
  },
];
