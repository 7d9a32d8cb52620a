import { hasAddressWord, hasLegalForm } from '../../../shared/text/signature-words.ts';
import { wordTable } from './word-table.ts';

const towns =
  /^(?:\d{2}-\d{3}|\d{5,6}|\d{3}\s?\d{2}|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}-\d{4,5}),?\s(?:г\.\s?)?\p{Lu}[\p{L}.\s'’-]{1,40}(?:\([\p{L}\s]{2,20}\)|,\s?\p{L}[\p{L}\s]{1,30}|\s\d{1,2})?$/u;
const isStreet = wordTable(`
  улица ул просп проспект пер дом д вул οδός sokak sok mah bulv tér körút katu kuja veien gata allé plads kade plein dreef largo travessa
  estrada plaza glorieta strada bd bulevardul calea nám třída aleja al os pl osiedle
  *kade *plein *dreef *katu *tie *vägen *veien *gata *gate *utca *weg *ring *damm *ufer *markt *graben *gasse *steig *chaussee
  *promenade`);
const eastern = /[市区町村]\p{L}{0,12}\d|[区路街道]\s?\d{1,5}\s?[号號]/u;
const label =
  /^(?:ad+res\p{L}*|dirección|endereço|indirizzo|адрес|地址|住所|所在地|العنوان|sídlo|siedziba|cím)\s?[:：]\s?/iu;

/** A piece's address without its label (`地址：…`), or null where it is none. */
export function addressIn(piece: string): string | null {
  const bare = piece.replace(label, '');
  if (bare !== piece && bare.length > 4) return bare;
  const placed =
    towns.test(piece) ||
    (/\d/.test(piece) && (isStreet(piece) || eastern.test(piece)) && !hasLegalForm(piece));
  return placed || hasAddressWord(piece) ? piece : null;
}
