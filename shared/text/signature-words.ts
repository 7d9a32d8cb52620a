/** Beginnings of words for what somebody is, then words that only count whole. */
const titles =
  /(?<!\p{L})(?:(?:president|chair|chief|direct[oe]|dirett|manag|geschäftsf|vorstand|prokurist|leit|\p{L}{3,20}leit|\p{L}{3,30}beauftragt|abteilung|assist|associate|analy|engineer|ing[eé]n|ingegn|develop|entwickl|archite|designer|consult|berat|advis|asesor|counsel|attorney|lawyer|rechtsanw|avocat|avvocat|abogad|advogad|steuerb|founder|co-found|gründer|fondat|owner|inhaber|secreta|sekret|sachbearb|referent|mitarbeit|speciali|spezialis|coordin|koordin|representati|vertrieb|verk[aä]uf|einkauf|außendienst|commercial|comercial|gerente|responsab|chargé|gérant|vended|venditor|supervis|superinten|administrat|professor|lecturer|researcher|scientist|trader|broker|buyer|accountant|buchhalt|contab|comptab|controller|treasurer|editor|reporter|journalist|technici|techniker|praktikant|trainee|planner|strategist|ředitel|jednatel|vedouc|obchodní|manažer|dyrektor|kierown|specjalist|prezes|ügyvezet|igazgat|директор|менедж|руковод|müdür|uzman|verkoop|medewerk|adviseur|säljare|projekt?l|direktør|konsulent|toimitusj|kaufm|kauffr|bürgermeist|maire|alcalde|pastor|dean|dekan)\p{L}*|ceo|cto|cfo|coo|cio|cmo|ciso|vp|svp|evp|md|vice|head|lead|partner(?:in)?|officer|executive|agente?|clerk|intern|student|fellow|prof|operator|inspector|jefe|jefa|chef|principal|secretary|notar|mayor|arzt|ärztin)(?!\p{L})|[部課係室店次社]長|取締役|担当|经理|总监|主任|대표|부장|과장|팀장|مدير|مهندس/iu;
const legalForms =
  /(?<![\p{L}.])(?:gmbh|ag|kg|ohg|ug|gbr|e\.?\s?v|e\.?\s?k|mbh|kgaa|se|inc|l\.?l\.?[cp]|lp|ltd|limited|plc|corp|corporation|co(?!-)|s\.?a\.?s|s\.?a\.?r\.?l|s\.?a|s\.?l\.?u?|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|a\/s|aps|as|ab|oyj?|s\.?r\.?o|a\.?s|sp\.?\s?z\s?o\.?\s?o|kft|zrt|ltda|pty|pte|pvt|sàrl|oü|uab|a\.?ş|şti|ооо|[зп]?ао|тов|е?оод|α\.?ε|d\.?o\.?o|شركة|مؤسسة)(?!\p{L})|(?:株式|有限|合同)会社|㈱|（株）|有限(?:责任)?公司|集[团團]|주식회사|㈜|בע["״]מ|(?<!\p{L})(?:&|\+|und|and|et|e|y)\s(?:söhne|sohn|sons|partners?|fils|figli|hijos)(?!\p{L})/iu;
const organisations =
  /(?<!\p{L})(?:(?:universi|colleg|institu|hospital|klinik|stiftung|foundation|gro?up|holding|associates|consulting|solution|service|system|technolog|industr|enterpris|energ|network|laborator|agenc|agentur|associat|verband|verein|societ|departm|minist|council|commission|committee|authorit|insurance|versicher|logisti|chamber|kanzlei|market|bakery|restaurant|museum|stadt|spedition|handwerk|مجموعة)\p{L}*|\p{L}{3,30}(?:erei|handel|betrieb)|school|schule|bank|partners|software|labs?|studios?|dept|cent(?:er|re)|zentrum|press|media|capital|ventures|works?|werke?|motors|airlines|praxis|hotel|club|church|trust|company|firm|america|team)(?!\p{L})|(?:consultant|engineer|architect|advis[oe]r|lawyer|attorney|broker|designer|developer|accountant)s(?!\p{L})/iu;
const streets =
  /(?<!\p{L})(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|suite|ste|floor|highway|hwy|parkway|pkwy|square|sq|court|ct|plaza|place|way|building|bldg|p\.?\s?o\.?\s?box|postfach|apartado|\p{L}*(?:stra(?:ß|ss)e|str|weg|platz|allee|gasse|straat|laan|gatan|vej|gade)|rue|quai|quay|wharf|chemin|calle|avenida|avda|paseo|rua|rodovia|rod|praça|via|viale|piazza|corso|ulica|ul|náměstí|utca|cad|caddesi|شارع|مبنى|طريق)(?!\p{L})|丁目|番地|路/iu;
const postcodes =
  /\b[A-Z]{2}\.?,?\s{1,3}\d{5}(?:-\d{4})?\b|^\p{Lu}[\p{L}.\s-]{2,30},\s{0,3}\p{Lu}[\p{L}.]{1,20}\s{1,3}\d{5}(?:-\d{4})?\b|(?:^|,\s)(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{3}\s\d{2}),?\s\p{Lu}[\p{L}.\s-]{2,40}$|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|〒\s?\d{3}/u;

export function hasTitleWord(text: string): boolean {
  return titles.test(text);
}

export function hasLegalForm(text: string): boolean {
  return legalForms.test(text);
}

export function hasOrganisationWord(text: string): boolean {
  return legalForms.test(text) || organisations.test(text);
}

/** A street with a number (and no company that is called so), or a postcode with a town. */
export function hasAddressWord(text: string): boolean {
  return (
    postcodes.test(text) ||
    (/(?<!\p{L})\d{1,5}(?!\d)/u.test(text) && streets.test(text) && !legalForms.test(text))
  );
}
