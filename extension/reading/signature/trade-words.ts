import { wordTable } from './word-table.ts';

/** What firms and bodies call themselves by, beyond what the page's own reader knows. */
export const hasTradeWord = wordTable(`
  park parks zoo schools library inn café cafe coffee roasters brewery brewing stadium builders construction contractors plumbing heating
  roofing flooring renovation renovations electric electronics electrical design designs creative interiors furniture marine shipping
  freight transport airways railway railways bureau stores bookstore food foods farms dairy winery vineyard vineyards bakeries
  catering kitchens mills quarry mining steel metal metals plastics chemical chemicals pharma pharmac* biotech health
  healthcare medical dental clinic surgery properties realty homes housing estates production productions pictures records
  publishing publishers books magazine news radio television broadcasting charity charities fund alliance federation union league
  congress parliament embassy police airport harbor harbour wholesale supply supplies distribution distributors trading
  import export robotics analytics digital data cloud security aerospace aviation automotive engineering machinery instruments tools
  equipment packaging printing textile textiles fashion jewelry jewellery cosmetics sports fitness travel tours cruises events
  entertainment games gaming toys finance financial investment investments equity asset advisors management holdings brothers bros
  city holding
  gärtnerei brauerei druckerei tischlerei schreinerei metzgerei bäckerei apotheke autohaus fahrschule reisebüro architekturbüro
  ingenieurbüro steuerkanzlei buchhandlung möbelhaus stadtwerke sparkasse volksbank landratsamt gemeinde rathaus amt ministerium
  hochschule gymnasium
  boulangerie imprimerie menuiserie garage cabinet atelier ateliers domaine château mairie préfecture lycée école hôpital librairie
  verrerie maison établissements ets groupe agence
  taller talleres bodega bodegas hermanos grupo ayuntamiento colegio clínica farmacia imprenta construcciones transportes comercial
  oficina farmácia câmara prefeitura construtora indústria comércio
  officina fratelli cantina azienda comune gruppo studio ristorante
  bakkerij drukkerij gemeente ziekenhuis stichting groep handelsonderneming
  pekárna pivovar tiskárna strojírny nemocnice škola úřad piekarnia drukarnia szpital urząd fabryka zakład
  завод фабрика компания группа институт университет банк министерство
  ofis fabrika belediyesi üniversitesi
  大学 病院 銀行 工業 製作所 商事 医院 银行 公司 대학교 병원 은행 جامعة مستشفى بنك مجموعة`);
