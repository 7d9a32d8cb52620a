import { folded } from './folded-text.ts';

/** Words that make a line the end of a letter, folded, in the languages of our first customers' mail. */
const closing = new Set(
  // English
  (
    'thanks thank thx tx tks thks ty regards rgds best wishes sincerely yours truly faithfully respectfully cheers love cordially warmly ciao care cya br kr ' +
    // German, Dutch, Scandinavian, Finnish
    'grussen gruss grusse grusen mfg lg vg bg hochachtungsvoll danke dank groet groeten mvg bedankt halsningar halsning mvh hilsen hilsner takk tack terveisin ' +
    // French, Spanish, Portuguese, Italian, Romanian
    'cordialement salutations amities merci respectueusement saludos saludo cordialmente atentamente gracias abrazo abrazos atenciosamente cumprimentos abracos abraco obrigado obrigada att saluti saluto grazie stima respect multumesc ' +
    // Polish, Czech, Slovak, Hungarian, Turkish, Greek, Russian, Ukrainian
    'pozdrawiam powazaniem pozdrowieniami dziekuje pozdravem pozdravom uctou uctivosti zdravi dekuji dakujem udvozlettel tisztelettel koszonettel saygilarimla saygilar calismalar tesekkurler εκτιμηση ευχαριστω уважением пожеланиями спасибо повагою ' +
    // Arabic, Hebrew
    'تحياتي تحيات التحية شكرا בברכה תודה'
  ).split(' '),
);
/** Words that may stand beside them. */
const beside = new Set(
  (
    'you very much so many again in advance a lot and all the kind kindest warm warmest with your my to of talk soon later for help ' +
    'mit freundlichen freundlichem freundliche freundlicher viele vielen beste besten bestem liebe lieben herzliche herzlichen schone schonen sonnige aus und im voraus ' +
    'met vriendelijke hartelijke med vanliga venlig vennlig ystavallisin ' +
    'bien tres meilleures sinceres a vous distinguees je vous prie d agreer mes bonne journee un cordial cordiales muchas com os melhores cordiali distinti caro i piu cu ' +
    'z s serdecznie pratelskym iyi με с наилучшими з مع خالص أطيب'
  ).split(' '),
);
/** Languages that put no spaces between words, and farewells that only count whole. */
const whole =
  /^(?:[\p{L}\s]{1,12})?(?:よろしく|宜しく)[お御]願い(?:(?:いた|致)?します|申し?上けます)|^敬具$|^此致$|^祝好$|^谢谢$|^감사합니다|^take care$|^敬礼$|^talk to you soon$|^good luck$|^have a (?:nice|good|great|wonderful) (?:day|evening|weekend|week|one)$|^see you(?: soon)?$|^looking forward$/u;

/**
 * A line that ends a letter: nothing but closing words, or closing words, a mark and a name on the same line. Gives what
 * stands behind the mark (empty where there is nothing), null where the line is no closing.
 */
export function afterClosing(line: string): string | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > 90) return null;
  if (isClosing(trimmed)) return '';
  const mark = /[,.!;:]\s*[-–—]*|\s[-–—]+/g;
  let found: string | null = null;
  for (const match of trimmed.matchAll(mark)) {
    if (isClosing(trimmed.slice(0, match.index))) found = trimmed.slice(match.index + match[0].length).trim();
  }
  return found;
}

function isClosing(text: string): boolean {
  const words = folded(text).split(' ');
  if (whole.test(words.join(' '))) return true;
  return (
    words.length <= 8 &&
    words.some((word) => closing.has(word)) &&
    words.every((word) => closing.has(word) || beside.has(word))
  );
}
