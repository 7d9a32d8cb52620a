/** Words with which letters end, folded (lower case, no accents), in the languages of our first customers' mail. */
const closings = [
  // English
  'thanks',
  'thank you',
  'thank you very much',
  'thank you so much',
  'thank you and',
  'many thanks',
  'thanks again',
  'thanks in advance',
  'thanks so much',
  'thanks a lot',
  'thx',
  'tx',
  'tks',
  'thks',
  'regards',
  'best regards',
  'kind regards',
  'warm regards',
  'kindest regards',
  'rgds',
  'best',
  'all the best',
  'best wishes',
  'sincerely',
  'sincerely yours',
  'yours sincerely',
  'yours',
  'yours truly',
  'yours faithfully',
  'respectfully',
  'cheers',
  'take care',
  'love',
  'cordially',
  'warmly',
  'ciao',
  'later',
  'talk to you soon',
  'see you',
  'see ya',
  'looking forward',
  'br',
  'kr',
  'with best regards',
  'with kind regards',
  'your pal',
  'your friend',
  // German, Dutch, Scandinavian
  'mit freundlichen grussen',
  'mit freundlichem gruss',
  'freundliche grusse',
  'viele grusse',
  'beste grusse',
  'liebe grusse',
  'herzliche grusse',
  'schone grusse',
  'grusse',
  'gruss',
  'mfg',
  'lg',
  'vg',
  'bg',
  'hochachtungsvoll',
  'mit besten grussen',
  'freundlicher gruss',
  'met vriendelijke groet',
  'met vriendelijke groeten',
  'vriendelijke groet',
  'groeten',
  'groet',
  'mvg',
  'hartelijke groet',
  'med vanliga halsningar',
  'vanliga halsningar',
  'mvh',
  'med venlig hilsen',
  'venlig hilsen',
  'vennlig hilsen',
  'med vennlig hilsen',
  'hilsen',
  'halsningar',
  'ystavallisin terveisin',
  'terveisin',
  // French, Spanish, Portuguese, Italian
  'cordialement',
  'bien cordialement',
  'tres cordialement',
  'salutations',
  'meilleures salutations',
  'sinceres salutations',
  'bien a vous',
  'amities',
  'merci',
  'bonne journee',
  'salutations distinguees',
  'respectueusement',
  'saludos',
  'un saludo',
  'saludos cordiales',
  'un cordial saludo',
  'cordialmente',
  'atentamente',
  'gracias',
  'muchas gracias',
  'un abrazo',
  'abrazos',
  'atenciosamente',
  'cumprimentos',
  'com os melhores cumprimentos',
  'melhores cumprimentos',
  'abracos',
  'abraco',
  'obrigado',
  'obrigada',
  'att',
  'cordiali saluti',
  'distinti saluti',
  'saluti',
  'un saluto',
  'grazie',
  'un caro saluto',
  // Polish, Czech, Slovak, Hungarian, Romanian, Turkish
  'pozdrawiam',
  'z powazaniem',
  'serdecznie pozdrawiam',
  'z pozdrowieniami',
  's pozdravem',
  's uctou',
  'zdravi',
  'dekuji',
  's pratelskym pozdravem',
  's pozdravom',
  'udvozlettel',
  'tisztelettel',
  'cu stima',
  'cu respect',
  'saygilarimla',
  'saygilar',
  'iyi calismalar',
  // Greek, Cyrillic, Arabic, Hebrew, Japanese, Chinese, Korean
  'με εκτιμηση',
  'с уважением',
  'з повагою',
  'с наилучшими пожеланиями',
  'مع تحياتي',
  'مع خالص التحية',
  'تحياتي',
  'مع أطيب التحيات',
  'בברכה',
  'よろしくお願いいたします',
  'よろしくお願いします',
  '以上よろしくお願いいたします',
  '敬具',
  '此致',
  '祝好',
  '谢谢',
  '감사합니다',
];
const known = new Set(closings);

/** Lower case, accents and punctuation away, white space single. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A line that ends a letter: nothing but a closing phrase, or one with a name behind it on the same line. Gives the text
 * behind it (empty where there is none), null where the line is no closing.
 */
export function afterClosing(line: string): string | null {
  const trimmed = line.trim();
  if (trimmed.length === 0 || trimmed.length > 90) return null;
  if (known.has(folded(trimmed))) return '';
  const words = trimmed.split(/\s+/).slice(0, 8);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const start = words.slice(0, count).join(' ');
    if (known.has(folded(start)) && /[,.!\-–—;:]$/.test(start))
      return words
        .slice(count)
        .join(' ')
        .replace(/^[-–—\s]+/, '');
  }
  return null;
}
