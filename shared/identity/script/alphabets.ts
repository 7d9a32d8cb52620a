/**
 * Alphabets written letter for letter in Latin, as passports and newspapers do it, one spelling a letter; what other spellings
 * there are is left to the comparison of sounds. Vowels of Arabic and Hebrew that are not written are not guessed.
 */
const tables = [
  // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Mongolian …
  `а a б b в v г g ґ g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
   ъ - ы y ь - э e ю yu я ya і i ї i є ye ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz ә a ғ g қ k ң n ө o ұ u ү u һ h ҳ h ҷ j ӣ i ӯ u`,
  // Greek
  `α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o`,
  // Arabic, Persian, Urdu
  `ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n
   ه h و w ي y ى a ئ - ؤ - ء - ة a پ p چ ch ژ zh گ g ک k ی y ے e ہ h ھ h ں n ڈ d ٹ t ڑ r ڤ v ۀ e`,
  // Hebrew
  `א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף f צ ts ץ ts ק k ר r ש sh ת t`,
  // Georgian
  `ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch
   ხ kh ჯ j ჰ h`,
  // Armenian
  `ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v
   տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev`,
  // Devanagari: consonants carry an `a` that another vowel sign takes the place of (see readAbugida)
  `अ a आ a इ i ई i उ u ऊ u ए e ऐ ai ओ o औ au ऋ ri क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th
   द d ध dh न n प p फ ph ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h ा a ि i ी i ु u ू u े e ै ai ो o ौ au ृ ri ं n ँ n ः h ॉ o`,
  // Latin letters that no decomposition takes apart
  `ł l đ d ħ h ŧ t ı i ĸ k ŋ n ð d þ th ß ss æ ae œ oe ø o ə a ƒ f ʼ - ʻ - ’ -`,
];

/** A letter in lower case → Latin; an empty text where it has no sound of its own. */
export const letters: ReadonlyMap<string, string> = new Map(
  tables.flatMap((table) => {
    const cells = table.trim().split(/\s+/);
    return cells.flatMap((cell, i) => {
      const latin = cells[i + 1] ?? '';
      return i % 2 === 0 ? [[cell, latin === '-' ? '' : latin] as const] : [];
    });
  }),
);
