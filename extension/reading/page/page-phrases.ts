import { folded } from '../../../shared/text/folded-text.ts';

/** Words for what a page is about, folded; a title's segment of these alone names nobody. */
const subjects = new Set(
  `contact contacts kontakt kontakte kontakty kontaktdaten contactez contacter contacto contactos contatto contatti contato contatos contactgegevens touch impressum
  imprint mentions aviso note about apropos quienes chi sobre team teams ansprechpartner ansprechpartnerin mitarbeiter people staff management leadership directory
  homepage home startseite accueil inicio index welcome willkommen location locations office offices standort standorte service services leistungen product
  products produkte produits productos blog news aktuelles faq faqs testimonials career careers jobs gallery galerie portfolio privacy terms conditions sitemap search
  login register support help delivery shipping policy policies information info company unternehmen untitled questions impresszum kapcsolat iletisim hakkimizda
  yhteystiedot お問い合わせ 会社概要 アクセス 联系我们 关于我们 회사소개 контакты компании нас`.split(/\s+/),
);
const fillers = new Set(
  `our unser unsere unseres notre nos nuestro nuestra nuestros meet the get in please general official us uns me nous infos page form details detail of use center
  centre and und address numbers number directions map with legales legal legali siamo somos ueber uber a propos over ons onze om oss o nas firmie site customer care log sign frequently asked new document number to on your my personal
  business consumer online web corporate executive main kontaktformular formular seite`.split(/\s+/),
);

/** Whether a title's segment or a heading says what a page is about instead of naming somebody. */
export function isAboutThePage(text: string): boolean {
  if (text.length > 60) return false;
  const words = folded(text).split(' ');
  return (
    words.length <= 7 &&
    words.some((word) => subjects.has(word)) &&
    words.every((word) => subjects.has(word) || fillers.has(word))
  );
}

/** A heading below which the page's responsible body is named. */
export const imprintPhrase =
  /^(?:impressum|imprint|anbieterkennzeichnung|angaben gem(?:äß|\.|aess)|anbieter(?:in)?(?: dieser|:)|herausgeber|betreiber|verantwortlich(?:er)? (?:für|i\.?\s?s\.?)|diensteanbieter|medieninhaber|offenlegung|firmenwortlaut|mentions légales|éditeur(?: du site)?|editeur|édité par|propriétaire du site|aviso legal|datos identificativos|titular(?: de la web)?|denominación social|razón social|note legali|ragione sociale|titolare del (?:sito|trattamento)|sede legale|informação legal|razão social|colofon|bedrijfsgegevens|handelsnaam|utgivare|organisationsnummer|provozovatel|identifikační údaje|dane (?:firmy|rejestrowe)|właściciel|wydawca|adatkezelő|impresszum|üzemeltető|реквизиты|полное наименование|юридический адрес|наименование|künye|ticaret unvanı|会社名|商号|運営者|販売業者|公司名称|회사명|상호|اسم الشركة)/iu;

const rights =
  /all rights? (?:are )?reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|všechna práva vyhrazena|wszelkie prawa zastrzeżone|minden jog fenntartva|все права защищены|alla rättigheter förbehållna|tüm hakları saklıdır|rights reserved/iu;

/** What stands before `All rights reserved`; all of the text where that is not said. */
export function beforeRights(text: string): string {
  const at = text.search(rights);
  return at < 0 ? text : text.slice(0, at);
}
