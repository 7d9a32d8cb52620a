const words =
  /^(?:[tpmcdofhew]|t[eé]l\p{L}*|phone\p{L}*|ph|fon\p{L}*|mob\p{L}*|m[oó]vil\p{L}*|cel\p{L}*|handy|dire[ck]t\p{L}*|durchwahl|office|büro|gsm|fa[xc]\p{L}*|fx|faks|fixe|portable|whatsapp|tl[fm]|puh|mail|email|web\p{L}*|www|https?|internet|homepage|url|ad+res\p{L}*|direcci[oó]n|endereço|indirizzo|адрес|地址|住所|العنوان|pager|work|home|main|voice|wireless|skype|linkedin|ext\p{L}*|postal|тлф|т|моб\p{L}*|тел\p{L}*|факс|电话|電話|携帯|邮箱|手机|传真|전화|팩스|هاتف|جوال|טל|נייד|فاكس)$/iu;

/** True for words that say what a contact fact is: `Tel`, `E-Mail`, `(cell)`. False for text with any other word, and for none. */
export function isContactLabel(text: string): boolean {
  const parts = text.split(/[^\p{L}]+/u).filter(Boolean);
  return parts.length > 0 && parts.every((part) => words.test(part));
}

/** True where some word of it says so: `Email address`, `Telephone No.` */
export function hasContactLabel(text: string): boolean {
  return text.split(/[^\p{L}]+/u).some((part) => words.test(part));
}
