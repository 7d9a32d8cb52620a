const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Forms of address, titles and offices before a name, folded, without full stops. Our own compilation. */
export const honorifics = words(`
  mr mrs ms miss mx dr prof professor doctor sir dame madam madame lady lord rev reverend fr father hon honourable honorable
  herr frau hr fr fraulein dipl ing dipling mag magister doz pd univprof drs ir ing monsieur mme mlle mssr messrs me maitre
  sr sra srta senor senora senorita don dona dn dna sig signor signora sigra signorina dott dottssa dottore dottoressa avv avvocato rag geom arch
  pan pani inz mgr phdr mudr judr rndr mvdr doc bc pane pan pani gospodin gospozha gospodja gospodin gosp
  bay bayan shri sri smt shrimati kumari pandit mister president prasident praesident presidente presidentka chancellor minister premier
  senator governor mayor ambassador general gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral adm commander brigadier marshal
  king queen prince princess emir sheikh shaikh shaykh sheik sultan imam mullah maulana maulvi mawlawi qari hafiz haji hajji hadji alhaj sayyid sayed syed sayyed ayatollah
  he his her excellency tan dato datuk tun ustad khawaja judge justice attorney rabbi pastor bishop archbishop cardinal pope sister brother
  san sama kun sensei ssi nim ji`);

/** What stands behind a name: degrees, generations, offices; folded, without full stops. */
export const suffixes = words(`
  jr sr jnr snr junior senior ii iii iv md phd dphil mba msc bsc ba ma mphil llm llb jd esq esquire cpa cfa cfp pmp pe rn dds dmd dvm do facs frcs frs
  obe mbe cbe kbe dbe ret retd csc dsc ceng meng beng fca aca acca mp mep pe msw edd psyd cissp ccna mcse sj osb ofm filho neto hijo fils pere na`);

/** Words that join a surname together (van, de, bin, al, von …), folded. They come and go between spellings of one name. */
export const particles = words(`
  van von vom zu zum zur der den de del della delle dello dei degli di da dal dalla das do dos du des la le los las les el al ul ur us as ad an ar ash az at
  ter ten te tot op af av ap ab of the und and zu ben bin ibn bint binti binte abu abou umm ould oglu ogly kyzy qizi uulu nee geb
  st san santa saint sainte`);

/** Particles that say "child of": the word behind them is a parent's name, so that the order around them matters. */
export const filiations = words('ben bin ibn bint binti binte ould ogly oglu kyzy qizi uulu');
