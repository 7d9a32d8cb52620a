import { hasTitleWord } from '../../../shared/text/signature-words.ts';
import { wordTable } from './word-table.ts';

/** Title words beyond those that the page's own reader knows. */
const isMoreTitle = wordTable(`
  florist recorder commissioner councilor councillor councilman councilwoman councilmember estimator tutor psychologist contributor
  salesperson salesman saleswoman board_member supt chairwoman chairperson teamlead recruiter instructor teacher nurse physician
  surgeon therapist writer author producer photographer realtor underwriter actuary auditor economist paralegal dispatcher buyer
  merchandiser foreman apprentice volunteer ambassador evangelist governor senator captain colonel sergeant curator librarian
  registrar provost scholar statistician geologist chemist biologist physicist programmer sre devops sysadmin webmaster rep dir mgr
  pres asst sr supv
  geschäftsleit* leiter leiterin bereichsleit* meister meisterin einkäufer einkäuferin disponent disponentin assistenz werkstudent
  werkstudentin azubi doktorand doktorandin
  directrice* direttric* direktorin acheteur acheteuse négociant* associé* juriste notaire technicien technicienne ingénieur* fondatrice propriétaire dirigeant*
  délégué* cadre
  comprador* encargad* dueño dueña propietari* fundador* sócio sócia engenheir* analista diretor* chefe contabilista
  titolare ragioniere geometra addetto addetta impiegato impiegata socio fondator*
  inkoper eigenaar zaakvoerder bedrijfsleider beheerder boekhoud*
  účetní projektant* jednatelka majitel* právník* księgow* właściciel* handlowiec handlowca prawnik*
  vezető* *vezető ügyintéző tulajdonos mérnök șef* inginer* consilier* contabil* proprietar*
  *päällikkö *johtaja asiantuntija insinööri yrittäjä *chef *sjef *leder ingenjör ingeniør handläggare medarbetare rådgiver rådgivare
  ägare indehaver inköpare indkøber innkjøper
  инженер* началник* начальник* специалист* бухгалтер* заместитель зам генеральный коммерческий юрист владелец основатель агент
  керівник* власник διευθυντ* υπεύθυν* μηχανικός σύμβουλος
  yönetici* sorumlu* mühendis* temsilci* başkan* kurucu* danışman*
  工程师 经理 主管 主席 總監 經理 董事 销售员 助理 マネージャ エンジニア ディレクター 代表者 主査 係長 주임 이사 매니저
  מנהל מנהלת מנכל סמנכל מהנדס מהנדסת רכז רכזת יועץ יועצת عضو رئيس مديرة مشرف مسؤول محاسب مندوب أخصائي`);

/** What people do together: `Sales Management` is nobody's title, though a manager's is. */
const activities =
  /(?<!\p{L})(?:management|administration|engineering|consulting|development|accounting|purchasing|trading|direction|advisory|associations?|commerce|verwaltung|vertrieb|entwicklung|beratung)(?!\p{L})/giu;

const collectives = new Set(
  'program programme team desk department dept division unit group committee office'.split(' '),
);

const isDepartment = wordTable(`
  department dept division unit team desk affairs resources support helpdesk payable receivable logistics operations finance
  accounting treasury procurement purchasing compliance communications marketing management development administration engineering
  research facilities maintenance security care sales origination trading settlements legal program programme
  *abteilung bereich vertrieb verkauf einkauf buchhaltung entwicklung verwaltung personal kundendienst kundenservice technik produktion
  comptabilité achats ventes juridique ressources direction departamento compras ventas vendas administración contabilidad recursos
  financeiro ufficio acquisti vendite amministrazione contabilità afdeling inkoop verkoop administratie
  oddělení obchod účtárna dział sprzedaż księgowość avdelning avdeling afdelingen inköp osasto myynti τμήμα departman* bölümü
  отдел служба бухгалтерия відділ قسم إدارة מחלקת מחלקה`);

/** True where a text says what one person is: `Head of Sales`, and neither `Sales Management` nor `Analyst Program`. */
export function namesTitle(text: string): boolean {
  const last = /(\p{L}{1,20})\.?$/u.exec(text.slice(-22))?.[1]?.toLowerCase() ?? '';
  if (collectives.has(last) && !/\b(?:of|for)\b|,/.test(text)) return false;
  return isMoreTitle(text) || hasTitleWord(text.replace(activities, ' '));
}

/** True for a part of an organisation: `Accounts Payable`, `отдел закупок`, `営業部`. */
export function namesDepartment(text: string): boolean {
  return isDepartment(text) || /(?:[部課局室门門팀]|부서|본부)$/u.test(text);
}
