/** Who answers for a firm or a page, as the imprints of many countries call it, before a name. */
const label =
  /(?:geschäftsführ(?:er|erin|ung|ende[rn]?)|vertreten durch|vertretungsberechtigte?r?|inhaber(?:in)?|vorstand|vorsitzende[r]?|prokurist(?:in)?|ansprechpartner(?:in)?|verantwortlich(?:er)?(?: (?:für|i\.?\s?s\.?)[^:]{0,60})?|directeur(?:\(?trice\)?)? (?:de (?:la )?publication|général)|directrice (?:de (?:la )?publication|générale)|gérante?|responsable(?: (?:de|del|du|éditorial)[^:]{0,40})?|représentant légal|titular|administrador(?:a)?(?: únic[oa])?|director(?:a)? general|gerente|legale rappresentante|amministratore(?: unico| delegato)?|titolare|direttore responsabile|sócio|diretor(?:a)?|bestuurder|directeur-eigenaar|eigenaar|contactpersoon|jednatel(?:ka|é)?|majitel(?:ka)?|kontaktní osoba|prezes(?: zarządu)?|właściciel|osoba kontaktowa|ügyvezető|kapcsolattartó|директор|генеральный директор|руководитель|контактное лицо|verkställande direktör|vd|kontaktperson|daglig leder|adm\. direktør|toimitusjohtaja|yhteyshenkilö|yetkili(?: kişi)?|genel müdür|owner|proprietor|managing director|contact person|contact|attn|attention|your contact|registered agent|ceo|president|founder)\s{0,2}(?:[:：–-]|\t)?\s{0,3}$/iu;
const between = /(?:,|;|\/|&|(?<!\p{L})(?:und|and|et|y|e|a|i|og|och|en|ve|и))\s{0,2}$/iu;
/** Labels that name a way to somebody rather than an office. */
const noOffice =
  /kontakt|contact|ansprechpartner|verantwortlich|attn|attention|yetkili|titular|vertret|osoba|henkilö|лицо|kapcsolattartó|registered agent/iu;

/** Whether a text ends in such a label. */
export function isResponsible(text: string): boolean {
  return label.test(text.slice(-90));
}

/** Whether a text is such a label with names behind it, and goes on: `Geschäftsführer: Ann Moor, `. */
export function namesWithLabel(text: string): boolean {
  const colon = text.search(/[:：]/);
  if (colon < 0 || colon > 90 || !between.test(text)) return false;
  return (
    label.test(text.slice(0, colon + 1)) &&
    !/[:：.!?]\s/.test(text.slice(colon + 2).replace(/\p{Lu}\./gu, ''))
  );
}

/** The label as an office that somebody holds; undefined where it is none. */
export function officeOf(text: string): string | undefined {
  const before = text.split(/[:：]/)[0]?.trim() ?? '';
  return isResponsible(`${before}:`) && before.length <= 60 && !noOffice.test(before) ? before : undefined;
}
