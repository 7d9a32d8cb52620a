import { hasTitleWord } from '../../../shared/text/signature-words.ts';

/** Title words beyond those that the page's own reader knows. */
const moreTitles =
  /(?<!\p{L})(?:účetní|projektant\p{L}*|jednatelka|majitel\p{L}*|právni\p{L}*|księgow\p{L}*|właściciel\p{L}*|handlow(?:iec|ca)|prawni\p{L}*|vezető\p{L}*|\p{L}+vezető|ügyintéző|tulajdonos|mérnök|\p{L}*päällikkö|\p{L}*johtaja|asiantuntija|insinööri|yrittäjä|\p{L}*chef|\p{L}*sjef|\p{L}*leder|ingenjör|ingeniør|handläggare|medarbetare|rådgiver|rådgivare|ägare|indehaver|inköpare|indkøber|innkjøper|inkoper|eigenaar|zaakvoerder|bedrijfsleider|beheerder|boekhoud\p{L}*|directie\p{L}*|инженер\p{L}*|началник\p{L}*|начальник\p{L}*|специалист\p{L}*|бухгалтер\p{L}*|заместитель|зам|генеральный|коммерческий|юрист|владелец|основатель|агент|керівник\p{L}*|бухгалтерка|власник|διευθυντ\p{L}*|υπεύθυν\p{L}*|μηχανικός|σύμβουλος|yönetici\p{L}*|sorumlu\p{L}*|mühendis\p{L}*|temsilci\p{L}*|başkan\p{L}*|kurucu\p{L}*|danışman\p{L}*|șef\p{L}*|inginer\p{L}*|consilier\p{L}*|contabil\p{L}*|proprietar\p{L}*|acheteu(?:r|se)|négociant\p{L}*|associé\p{L}*|juriste|notaire|technicienne?|ingénieure?|fondatrice|propriétaire|dirigeant\p{L}*|délégué\p{L}*|cadre|comprador\p{L}*|encargad\p{L}*|dueñ[oa]|propietari\p{L}*|fundador\p{L}*|sóci[oa]|engenheir\p{L}*|analista|diretor\p{L}*|chefe|titolare|ragioniere|geometra|addett[oa]|impiegat[oa]|socio|fondator\p{L}*|geschäftsleit\p{L}*|leiter(?:in)?|bereichsleit\p{L}*|meister(?:in)?|eink[aä]ufer(?:in)?|disponent(?:in)?|assistenz|werkstudent(?:in)?|azubi|steuermann|doktorand(?:in)?|teamlead|recruiter|instructor|teacher|nurse|physician|surgeon|therapist|writer|author|producer|photographer|realtor|underwriter|actuary|auditor|economist|paralegal|dispatcher|buyer|merchandiser|foreman|apprentice|volunteer|ambassador|evangelist|florist|recorder|commissioner|councill?or|council(?:man|woman|member)|estimator|tutor|psychologist|contributor|sales(?:person|man|woman)|board member|supt|chairwoman|chairperson|governor|senator|captain|colonel|sergeant|curator|librarian|registrar|provost|scholar|statistician|geologist|chemist|biologist|physicist|programmer|sre|devops|sysadmin|webmaster|rep|dir|mgr|pres|asst|sr|supv)(?!\p{L})|工程师|经理|主管|主席|總監|經理|董事|销售员|助理|マネージャ|エンジニア|ディレクター|代表者?|主査|係長|주임|이사|매니저|(?<!\p{L})(?:מנהל|מנהלת|מנכ["״]ל|סמנכ["״]ל|מהנדס|מהנדסת|רכזת?|יועצת?|عضو|رئيس|مديرة|مشرف|مسؤول|محاسب|مندوب|أخصائي)(?!\p{L})/iu;

/** Words that end in what a title is made of and say what people do together: `Management`, `Engineering`. */
const activities =
  /(?<!\p{L})(?:management|administration|engineering|consulting|development|accounting|purchasing|trading|direction|advisory|association|associations|commerce|verwaltung|vertrieb|entwicklung|beratung)(?!\p{L})/giu;

const departments =
  /(?<!\p{L})(?:department|dept|division|unit|team|desk|affairs|resources|support|helpdesk|payable|receivable|logistics|operations|finance|accounting|treasury|procurement|purchasing|compliance|communications|marketing|management|development|administration|engineering|research|facilities|maintenance|security|care|sales|origination|trading|settlements|legal|program|programme|abteilung|\p{L}*abteilung|bereich|vertrieb|verkauf|einkauf|buchhaltung|entwicklung|verwaltung|personal|kundendienst|kundenservice|technik|produktion|comptabilité|achats|ventes|juridique|ressources|direction|departamento|compras|ventas|vendas|administración|contabilidad|recursos|financeiro|ufficio|acquisti|vendite|amministrazione|contabilità|afdeling|inkoop|verkoop|administratie|oddělení|obchod|účtárna|dział|sprzedaż|księgowość|avdelning|avdeling|afdelingen|inköp|osasto|myynti|τμήμα|departman\p{L}*|bölümü)(?!\p{L})|(?<!\p{L})(?:отдел|служба|бухгалтерия|відділ|قسم|إدارة|מחלקת|מחלקה)(?!\p{L})|[部課局室](?:門)?$|部[门門]?$|(?:팀|부서|본부)$/iu;

const collectives =
  /(?<!\p{L})(?:program|programme|team|desk|department|dept|division|unit|group|committee|office)\.?$/iu;

/** True where a text says what one person is: `Head of Sales`, and neither `Sales Management` nor `Analyst Program`. */
export function namesTitle(text: string): boolean {
  if (collectives.test(text) && !/\b(?:of|for)\b|,/.test(text)) return false;
  return moreTitles.test(text) || hasTitleWord(text.replace(activities, ' '));
}

/** True for a part of an organisation: `Accounts Payable`, `отдел закупок`. */
export function namesDepartment(text: string): boolean {
  return departments.test(text);
}
