/**
 * What a legal form says about an organisation: `limited` and `stock` companies, `partner`ships, bodies that make no profit
 * (`civic`), `state` enterprises, and words that some countries' law asks for and that are dropped or changed lightly (`loose`).
 */
export type LegalClass = 'limited' | 'stock' | 'partner' | 'civic' | 'state' | 'loose';

/**
 * One form: its usual short form, its class, and spellings, all folded: lower case, without accents and full stops, words
 * apart by one space. Our own compilation of what the laws of these countries call companies.
 */
export type LegalForm = { short: string; kind: LegalClass; spellings: readonly string[] };

const table: Record<LegalClass, string> = {
  limited: `
    ltd: limited, ltd co, co ltd, company limited, limited company, ltd company, private limited, pvt ltd, private limited company
    pvt: pvt, private
    llc: limited liability company, llc, l l c, pllc, limited liability co
    gmbh: gmbh, gesellschaft mit beschrankter haftung, gesellschaft mit beschraenkter haftung, gesellschaft mbh, ges mbh, gesmbh, mbh, ggmbh
    ug: ug, ug haftungsbeschrankt, unternehmergesellschaft, unternehmergesellschaft haftungsbeschrankt
    sarl: sarl, s a r l, societe a responsabilite limitee, sarlu, eurl, suarl
    srl: srl, s r l, societa a responsabilita limitata, sociedad de responsabilidad limitada, societatea cu raspundere limitata, societate cu raspundere limitata, srls, s de rl, s de r l, s de rl de cv, s de r l de c v
    sl: sl, s l, sociedad limitada, slu, slne, sll
    ltda: ltda, limitada, eireli, cia ltda
    lda: lda, unipessoal lda
    bv: bv, b v, besloten vennootschap, bvba, besloten vennootschap met beperkte aansprakelijkheid
    sp zoo: sp z o o, sp zoo, spolka z o o, spolka z ograniczona odpowiedzialnoscia, sp z oo, spzoo, spolka zoo
    sro: sro, s r o, spol s r o, spol sro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym
    doo: doo, d o o, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo, drustvo sa ogranicenom odgovornoscu, dooel
    kft: kft, korlatolt felelossegu tarsasag
    ood: ood, eood, druzhestvo s ogranichena otgovornost
    uab: uab, uzdaroji akcine bendrove
    sia: sia, sabiedriba ar ierobezotu atbildibu
    ou: ou, osauhing
    ooo: ooo, obshchestvo s ogranichennoj otvetstvennostyu, obschestvo s ogranichennoy otvetstvennostyu, obshchestvo s ogranichennoy otvetstvennostyu, tov, tovarystvo z obmezhenoyu vidpovidalnistyu, too, mchj, mmc
    oy: oy, osakeyhtio, oy ab
    aps: aps, anpartsselskab
    ehf: ehf
    epe: epe, ike
    pty: pty, pty ltd, pty limited, proprietary limited, proprietary ltd
    pte: pte, pte ltd, private ltd, pte limited
    sdn bhd: sdn bhd, sendirian berhad
    fzco: fzco, fz llc, fze, fzc, wll, w l l
    yk: yk, yugen kaisha, yugen gaisha, godo kaisha, gk
    youxian: youxian gongsi, youxian zeren gongsi
    yuhan: yuhan hoesa
    ltd sti: limited sti, limited sirketi, ltd sirketi`,
  stock: `
    ag: ag, aktiengesellschaft, ag co kgaa, kgaa, kommanditgesellschaft auf aktien
    se: se, societas europaea
    sa: sa, s a, societe anonyme, sociedad anonima, sociedade anonima, sa de cv, s a de c v, sab de cv, s a b de c v, sapi de cv, spolka akcyjna, sau, saa, sac, sacv, safi, sicav
    spa: spa, s p a, societa per azioni, sapa
    sas: sas, s a s, sasu, societe par actions simplifiee, sociedad por acciones simplificada
    nv: nv, n v, naamloze vennootschap
    plc: plc, p l c, public limited company, public ltd co, pcl, public company limited, dac
    jsc: jsc, joint stock company, cjsc, ojsc, pjsc, open joint stock company, closed joint stock company, public joint stock company, oao, zao, pao, ao, ooao, joint stock co, ao zt, aozt, pat, prat, vat, at, aktsionernoe obshchestvo, otkrytoe aktsionernoe obshchestvo, zakrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo, aktsionerne tovarystvo, qsc, psc, pjs, qpsc, ksc, kscc, sae, saog, saoc, saj, asc, aj
    ab: ab, aktiebolag, ab publ, aktiebolaget
    as: as, a s, aksjeselskap, aktieselskab, aktsiaselts, akciova spolecnost, akciova spolocnost, anonim sirketi, akciju sabiedriba, anonim sti
    asa: asa, allmennaksjeselskap
    oyj: oyj, julkinen osakeyhtio
    hf: hf, hlutafelag
    ad: ad, ead, akcionarsko drustvo, aktsionerno druzhestvo
    dd: dd, d d, dionicko drustvo, delniska druzba
    zrt: zrt, nyrt, rt, zartkoruen mukodo reszvenytarsasag
    ae: ae, anonymi etaireia, a e
    inc: inc, incorporated, incorporation
    corp: corp, corporation
    kk: kk, k k, kabushiki kaisha, kabushiki gaisha, kabushikikaisha
    gufen: gufen youxian gongsi
    jusik: jusik hoesa
    tbk: tbk, pt, p t, perseroan terbatas, persero
    bhd: bhd, berhad`,
  partner: `
    kg: kg, kommanditgesellschaft, gmbh co kg, gmbh and co kg, ag co kg, ag and co kg, gmbh und co kg, ug co kg, se co kg, gmbh co
    ohg: ohg, offene handelsgesellschaft
    gbr: gbr, gesellschaft burgerlichen rechts
    partg: partg, partgmbb, partnerschaft
    lp: lp, l p, limited partnership
    llp: llp, l l p, limited liability partnership, lllp
    snc: snc, s n c, societe en nom collectif, societa in nome collettivo
    sasc: s a s di, sca, s c a, scs, secs, societe en commandite
    vof: vof, v o f, vennootschap onder firma, maatschap
    cv: cv, c v, commanditaire vennootschap
    hb: hb, handelsbolag, kb, kommanditbolag
    ans: ans, ks, i s, interessentskab, k s
    spj: sp j, spolka jawna, sp k, spolka komandytowa, sp kom
    vos: vos, v o s
    bt: bt, beteti tarsasag
    ek: ek, e k, eingetragener kaufmann, e kfm, e u, eu inh
    enk: enk, eenmanszaak, enskild firma`,
  civic: `
    ev: ev, e v, eingetragener verein, verein
    eg: eg, e g, eingetragene genossenschaft, genossenschaft, egen
    asbl: asbl, vzw, aisbl, ivzw
    ano: ano, avtonomnaya nekommercheskaya organizatsiya, noo
    stiftung: stiftung, stichting, stiftelse, fondation, fundacion, fundacja, fondazione, fundacao
    scoop: scop, coop, cooperative, co operative, scarl, s coop, sociedad cooperativa
    charity: cic, cio`,
  state: `
    gup: gup, mup, fgup, federal state unitary enterprise, state unitary enterprise, unitary enterprise
    gp: dp, derzhavne pidpryyemstvo`,
  loose: `
    co: co, company, cie, compagnie, compania, companhia, cia, co kg, comp
    group: group, gruppe, groupe, grupo, gruppo, grupa, groep, gruppen, grup, gongsi
    holding: holding, holdings, hldg, hldgs, holdinggesellschaft`,
};

/** In scripts that put the form beside the name without a space; each stands for the short form behind it. */
const written: readonly (readonly [string, string])[] = [
  ['株式会社', 'kk'],
  ['(株)', 'kk'],
  ['㈱', 'kk'],
  ['有限会社', 'yk'],
  ['(有)', 'yk'],
  ['㈲', 'yk'],
  ['合同会社', 'yk'],
  ['合同會社', 'yk'],
  ['一般社団法人', 'ev'],
  ['股份有限公司', 'gufen'],
  ['股份公司', 'gufen'],
  ['有限责任公司', 'youxian'],
  ['有限責任公司', 'youxian'],
  ['有限公司', 'youxian'],
  ['集团', 'group'],
  ['集團', 'group'],
  ['公司', 'co'],
  ['주식회사', 'jusik'],
  ['(주)', 'jusik'],
  ['㈜', 'jusik'],
  ['유한회사', 'yuhan'],
  ['유한책임회사', 'yuhan'],
  ['ش.م.م', 'fzco'],
  ['ذ.م.م', 'fzco'],
  ['ش.م.ع', 'jsc'],
  ['ش.م.ك', 'jsc'],
  ['บริษัท', 'co'],
  ['จำกัด (มหาชน)', 'plc'],
  ['จำกัด', 'ltd'],
  ['בע"מ', 'ltd'],
  ['בע״מ', 'ltd'],
];

/** Every form, in the order of the table. */
export const legalForms: readonly LegalForm[] = Object.entries(table).flatMap(([kind, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [short = '', spellings = ''] = line.split(':');
      return {
        short: short.trim(),
        kind: kind as LegalClass,
        spellings: [...new Set([short.trim(), ...spellings.split(',').map((spelling) => spelling.trim())])],
      };
    }),
);

const bySpelling = new Map(legalForms.flatMap((form) => form.spellings.map((s) => [s, form] as const)));
const longest = Math.max(...[...bySpelling.keys()].map((spelling) => spelling.split(' ').length));

/** The form that begins at `words[at]`, as many words long as possible; words folded as in {@link LegalForm}. */
export function legalFormAt(words: readonly string[], at: number): { form: LegalForm; words: number } | null {
  for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
    const form = bySpelling.get(words.slice(at, at + count).join(' '));
    if (form !== undefined) return { form, words: count };
  }
  return null;
}

/** Writes forms that stand without a space beside the name (株式会社日立) as words of their own, by their short form. */
export function spaceLegalForms(text: string): string {
  if (!/[^\p{ASCII}]/u.test(text)) return text;
  let spaced = text;
  for (const [form, short] of written) spaced = spaced.replaceAll(form, ` ${short} `);
  return spaced;
}
