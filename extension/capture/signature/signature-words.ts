const titles =
  /(?<!\p{L})(?:ceo|cto|cfo|coo|cio|cmo|cso|ciso|cpo|vp|svp|evp|avp|md|president|vice|chair(?:man|woman|person)?|chief|head|director(?:a|ate)?|diretora?|direct(?:eur|rice)|direttore|direttrice|directeur|manager|managing|geschäftsführer(?:in)?|vorstand|prokurist(?:in)?|leiter(?:in)?|\p{L}*leit(?:er|erin|ung)|abteilung|assistent(?:in)?|assistant|associate|analyst(?:e)?|engineer(?:ing)?|ingenieur(?:in)?|ingénieur|ingeniero|ingegnere|developer|entwickler(?:in)?|architekt(?:in)?|architect|designer(?:in)?|consultant|berater(?:in)?|advis[eo]r|asesora?|consulente|counsel|attorney|lawyer|rechtsanw[aä]lt(?:in)?|avocate?|abogad[oa]|avvocato|notar(?:in)?|steuerberater(?:in)?|partner(?:in)?|founder|co-founder|gründer(?:in)?|fondat(?:eur|rice)|owner|inhaber(?:in)?|proprietor|secretary|sekretär(?:in)?|sachbearbeiter(?:in)?|referent(?:in)?|mitarbeiter(?:in)?|specialist|spezialist(?:in)?|coordinator|koordinator(?:in)?|coordinat(?:rice|eur)|coordinador[a]?|representative|repräsentant|vertrieb|verkauf|außendienst|einkauf|commercial|comercial|jefe|jefa|gerente|responsable|responsabile|chargée?|chef(?:fe)?|gérante?|vendedor[a]?|analista|supervisor|superintendent|administrator|officer|executive|professor|prof|lecturer|researcher|scientist|trader|broker|agent|agente|buyer|accountant|buchhalter(?:in)?|contable|comptable|controller|treasurer|editor|reporter|journalist|technician|techniker(?:in)?|intern|praktikant(?:in)?|trainee|student|fellow|planner|strategist|ředitel(?:ka)?|jednatel(?:ka)?|vedoucí|obchodní|manažer(?:ka)?|dyrektor|kierownik|specjalista|prezes|ügyvezető|igazgató|директор|менеджер|руководитель|müdürü?|uzmanı|部長|課長|社長|代表取締役|担当|取締役|经理|总监|主任|مدير|مهندس|realtor|paralegal|clerk|teamleiter(?:in)?|lead|principal|operator|inspector|captain|pastor|nurse|arzt|ärztin|verkoopleider|medewerk(?:er|ster)|adviseur|säljare|chefen|projektledare|direktør|konsulent|toimitusjohtaja)(?!\p{L})/iu;
const legalForms =
  /(?<![\p{L}.])(?:gmbh|ag|kg|ohg|ug|gbr|e\.?\s?v\.?|e\.?\s?k\.?|mbh|kgaa|se|inc|incorporated|llc|l\.l\.c|llp|lp|ltd|limited|plc|corp|corporation|co|company|s\.?a\.?s|s\.?a\.?r\.?l|s\.?a|s\.?l\.?u|s\.?l|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|a\/s|aps|as|ab|oy|oyj|s\.?r\.?o|a\.?s|spol|sp\.?\s?z\s?o\.?\s?o|kft|zrt|bt|ltda|eireli|pty|pte|pvt|k\.?k|株式会社|有限会社|有限公司|ооо|ао|зао|d\.?o\.?o|ş)(?![\p{L}])\.?/iu;
const organisationWords =
  /(?<!\p{L})(?:university|universität|université|universidad|universidade|università|universiteit|college|institute?|institut|school|schule|hospital|klinik|bank|foundation|stiftung|group|gruppe|groupe|grupo|gruppo|holdings?|associates|partners|consult(?:ing|ants)|solutions|services?|systems|technologies|technology|software|industries|international|enterprises|energy|energie|networks?|labs?|laborator(?:y|ies)|studios?|agency|agentur|agence|agencia|association|verband|verein|society|department|dept|ministry|ministerium|council|commission|committee|authority|center|centre|zentrum|press|media|capital|ventures|logistics|logistik|works|werke?|motors|airlines|insurance|versicherung|cooperative|chamber|kanzlei|praxis|law firm|ministère|mairie|hotel|club|church|trust|company|firm|trading|markets|northwest|america|broadband)(?!\p{L})/iu;
const streets =
  /(?<!\p{L})(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|suite|ste|floor|highway|hwy|parkway|pkwy|square|sq|court|ct|plaza|place|way|building|bldg|room|p\.?\s?o\.?\s?box|postfach|boîte postale|apartado|\p{L}*stra(?:ß|ss)e|\p{L}*str|\p{L}*weg|\p{L}*platz|\p{L}*allee|\p{L}*gasse|\p{L}*ring|\p{L}*straat|\p{L}*laan|\p{L}*gatan|\p{L}*vej|\p{L}*gade|rue|place|quai|chemin|impasse|calle|avenida|avda|plaza|paseo|carrera|rua|travessa|praça|via|viale|piazza|corso|ulica|ul|náměstí|utca|út|cad|caddesi|sok|mah|丁目|番地|路|号)(?!\p{L})/iu;

export function hasTitleWord(text: string): boolean {
  return titles.test(text);
}
export function hasLegalForm(text: string): boolean {
  return legalForms.test(text);
}
export function hasOrganisationWord(text: string): boolean {
  return legalForms.test(text) || organisationWords.test(text);
}
/** A street with a number, a postcode with a town, a post box. */
export function hasAddressWord(text: string): boolean {
  const numbered = /(?<!\p{L})\d{1,5}(?!\d)/u.test(text);
  if (numbered && streets.test(text)) return true;
  return /\b[A-Z]{2}\.?,?\s{1,3}\d{5}(?:-\d{4})?\b|^(?:[A-Z]{1,2}-)?\d{4,5}(?:\s\d{2})?,?\s+\p{Lu}[\p{L}.\s-]{2,40}$|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|〒\s?\d{3}/u.test(
    text,
  );
}
