import { MIYASAKA, MORAVSKE, NAKHEEL, TEREZA } from './companies.ts';
import { html, text } from './mime.ts';
import { type SampleMail, sampleMail } from './sample-mail.ts';

const japanese = sampleMail({
  slug: 'miyasaka-utf-8',
  to: ['jonas'],
  kind: 'person',
  from: { name: '宮坂 結衣', email: 'yui.miyasaka@miyasaka-seiki.example' },
  company: MIYASAKA,
  language: 'ja',
  date: '2026-10-15T17:30:00+09:00',
  subject: 'トルクレンチのお見積りについて',
  signature: {
    name: '宮坂 結衣',
    title: '海外営業部 主任',
    organisation: '宮坂精機株式会社',
    phones: ['03-5550-1482'],
    emails: ['yui.miyasaka@miyasaka-seiki.example'],
    urls: ['https://www.miyasaka-seiki.example/'],
    address: '〒144-0052 東京都大田区蒲田3-10-8',
  },
  body: text(`
タイドウォーター・ツールズ
ウェーバー様

お世話になっております。宮坂精機の宮坂です。
先日ご案内いただいたトルクレンチ20本のお見積りをお願いいたします。
納期は12月上旬を希望しております。

どうぞよろしくお願いいたします。

━━━━━━━━━━━━━━━━━━━━
宮坂精機株式会社
海外営業部 主任
宮坂 結衣（みやさか ゆい）
〒144-0052 東京都大田区蒲田3-10-8
TEL: 03-5550-1482
E-mail: yui.miyasaka@miyasaka-seiki.example
https://www.miyasaka-seiki.example/
━━━━━━━━━━━━━━━━━━━━
`),
});

const iso2022jp = sampleMail({
  slug: 'miyasaka-iso-2022-jp',
  to: ['jonas'],
  kind: 'person',
  from: { name: '高橋 健一', email: 'k-takahashi@miyasaka-seiki.example' },
  company: MIYASAKA,
  language: 'ja',
  date: '2026-10-21T10:12:45+09:00',
  subject: '校正証明書の送付のお願い',
  headerStyle: { charset: 'iso-2022-jp', form: 'B' },
  signature: {
    name: '高橋 健一',
    title: '購買部 部長',
    organisation: '宮坂精機株式会社',
    phones: ['03-5550-1490', '03-5550-1499'],
    emails: ['k-takahashi@miyasaka-seiki.example'],
    urls: [],
    address: null,
  },
  body: text(
    `
ウェーバー様

いつもお世話になっております。
納品済みの検査工具につきまして、校正証明書を今月末までにお送りいただけますでしょうか。

以上、よろしくお願いいたします。

--------------------------------------
宮坂精機株式会社
購買部 部長　高橋 健一
電話 03-5550-1490　FAX 03-5550-1499
k-takahashi@miyasaka-seiki.example
--------------------------------------
`,
    { charset: 'iso-2022-jp' },
  ),
});

const arabic = sampleMail({
  slug: 'nakheel-right-to-left',
  to: ['jonas'],
  kind: 'person',
  from: { name: 'ليلى المنصوري', email: 'layla.almansoori@nakheel-supplies.example' },
  company: NAKHEEL,
  language: 'ar',
  date: '2026-10-18T09:05:33+04:00',
  subject: 'طلب عرض أسعار لمفاتيح العزم',
  signature: {
    name: 'ليلى المنصوري',
    title: 'مديرة المشتريات',
    organisation: 'شركة النخيل للتوريدات الصناعية',
    phones: ['+971 4 555 0162'],
    emails: ['layla.almansoori@nakheel-supplies.example'],
    urls: ['https://nakheel-supplies.example'],
    address: 'المنطقة الحرة، مبنى 5، دبي',
  },
  body: html(`
<div dir="rtl" lang="ar" style="font-family:Tahoma,sans-serif">
<p>السيد يوناس المحترم،</p>
<p>نرجو تزويدنا بعرض أسعار لثلاثين مفتاح عزم مع شهادات المعايرة، والتسليم في دبي قبل نهاية ديسمبر.</p>
<p>مع خالص التحية،</p>
<p><b>ليلى المنصوري</b><br>مديرة المشتريات<br>شركة النخيل للتوريدات الصناعية<br>المنطقة الحرة، مبنى 5، دبي<br>
هاتف: <span dir="ltr">+971 4 555 0162</span><br>
<a href="mailto:layla.almansoori@nakheel-supplies.example">layla.almansoori@nakheel-supplies.example</a><br>
<a href="https://nakheel-supplies.example">nakheel-supplies.example</a></p>
</div>
`),
});

const czech = sampleMail({
  slug: 'moravske-base64',
  to: ['jonas'],
  kind: 'person',
  from: TEREZA,
  company: MORAVSKE,
  language: 'cs',
  date: '2026-10-16T12:44:08+02:00',
  subject: 'Poptávka momentových klíčů pro montážní linku',
  signature: {
    name: 'Ing. Tereza Dvořáková',
    title: 'vedoucí nákupu',
    organisation: 'Moravské strojírny a.s.',
    phones: ['+420 555 014 203', '+420 777 555 014'],
    emails: [TEREZA.email],
    urls: ['www.moravske-strojirny.example'],
    address: 'Průmyslová 1418/22, 779 00 Olomouc',
  },
  body: text(
    `
Dobrý den, pane Webere,

prosím o nabídku na čtyřicet momentových klíčů pro novou montážní linku, včetně servisu na dva roky.

S pozdravem

Ing. Tereza Dvořáková
vedoucí nákupu
Moravské strojírny a.s.
Průmyslová 1418/22, 779 00 Olomouc
tel.: +420 555 014 203, mobil: +420 777 555 014
dvorakova@moravske-strojirny.example | www.moravske-strojirny.example
`,
    { encoding: 'base64' },
  ),
});

export const CLIENTS_OTHER_SCRIPTS: readonly SampleMail[] = [japanese, iso2022jp, arabic, czech];
