/**
 * Where a mail's own text ends: the number of the first line that belongs to a quoted or forwarded mail, or the number of
 * lines. Quote marks count only where nothing of the writer's own follows (answers below a quote stay readable).
 */
export function endOfOwnText(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as string;
    if (line.length > 400) continue;
    if (separator.test(line) || isAttribution(lines, i) || isHeaderBlock(lines, i)) return i;
  }
  let end = lines.length;
  while (end > 0 && /^\s*(?:[>|].*)?$/.test(lines[end - 1] as string)) end -= 1;
  return end;
}

const separator =
  /^\s*>?\s*(?:-{2,}|_{5,})\s*(?:original message|forwarded|original appointment|ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|oprindelig meddelelse|původní zpráva|přeposlaná zpráva|wiadomość oryginalna|eredeti üzenet|исходное сообщение|пересылаемое сообщение|元のメッセージ|転送メッセージ|原始邮件|الرسالة الأصلية)/iu;
const attributionEnd =
  /(?:wrote|writes|schrieb|écrit|escribió|escreveu|ha scritto|schreef|skrev|napsal(?:a|\(a\))?|napisał(?:\(a\)|a)?|írta|a scris|yazdı|пишет|написал(?:а|\(а\))?|さん(?:は|が)?書きました|写道|كتب)\s?:?\s*$/iu;
const attributionStart =
  /^\s*>?\s*(?:on|am|le|el|em|il|op|den|dne|w dniu|lørdag|fredag|\p{L}{2,12}[., ]|\d{1,4}[./-])/iu;

function isAttribution(lines: readonly string[], i: number): boolean {
  const line = (lines[i] as string).trim();
  if (!attributionStart.test(line)) return false;
  const joined = [line, lines[i + 1] ?? '', lines[i + 2] ?? ''];
  for (let count = 1; count <= 3; count += 1) {
    const text = joined.slice(0, count).join(' ').slice(0, 500).trim();
    if (
      attributionEnd.test(text) &&
      /\d/.test(text) &&
      (text.endsWith(':') || /@|\d{1,2}[:.]\d{2}/.test(text))
    )
      return true;
  }
  return false;
}

const fromLabel =
  /^\s*>?\s*\*?(?:from|von|de|da|van|od|fra|från|feladó|kimden|от|от кого|差出人|发件人|من)\s?\*?\s?[:：]/iu;
const otherLabel =
  /^\s*>?\s*\*?(?:to|sent|date|subject|cc|an|gesendet|datum|betreff|à|envoyé|objet|para|enviado(?: el| em)?|fecha|asunto|data|assunto|a|inviato|oggetto|aan|verzonden|onderwerp|komu|odesláno|předmět|do|wysłano|temat|til|sendt|emne|till|skickat|ämne|címzett|tárgy|кому|дата|тема|宛先|送信日時|件名|收件人|主题|إلى|الموضوع)\s?\*?\s?[:：]/iu;

/** From: followed within five lines by two more labels of a header: a forwarded mail's head. */
function isHeaderBlock(lines: readonly string[], i: number): boolean {
  const line = lines[i] as string;
  if (!fromLabel.test(line) && !otherLabel.test(line)) return false;
  let from = 0;
  let others = 0;
  for (const next of lines.slice(i, i + 7)) {
    if (fromLabel.test(next)) from += 1;
    else if (otherLabel.test(next)) others += 1;
  }
  return (from >= 1 && others >= 2) || others >= 3;
}
