import { isRoboticAddress } from './robotic-address.ts';

// Words by which companies name mailboxes that several people read: ours, from general knowledge, in the languages we meet.
const words = [
  'info|infos|information|office|contact|contacts|contactus|mail|email|post|hello|hi|team|general|reception|desk|all|everyone|staff',
  'sales|support|service|services|help|helpdesk|customerservice|customercare|care|success|marketing|press|media|news|events',
  'admin|administrator|administration|webmaster|hostmaster|postmaster|abuse|security|privacy|dpo|legal|compliance|it|tech',
  'account|accounts|accounting|billing|invoice|invoices|payments|finance|payroll|order|orders|purchasing|procurement|logistics',
  'shipping|dispatch|export|import|jobs|job|career|careers|hr|recruiting|recruitment|booking|bookings|reservation|reservations',
  'enquiry|enquiries|inquiry|inquiries|feedback|secretary|secretariat|management|ceo|board|shop|store',
  'kontakt|hallo|zentrale|empfang|sekretariat|buero|büro|verwaltung|vertrieb|verkauf|einkauf|rechnung|rechnungen|buchhaltung',
  'bestellung|bestellungen|auftrag|anfrage|anfragen|kundenservice|kundendienst|bewerbung|personal|karriere|presse|datenschutz|versand',
  'bonjour|accueil|contacto|contato|contatto|comercial|commercial|commerciale|ventes|ventas|vendas|vendite|achats|compras|acquisti',
  'comptabilite|facturation|facturacion|contabilidad|contabilidade|amministrazione|segreteria|secretaria|secretaría|direction',
  'direccion|diretoria|direzione|financeiro|atendimento|atencion|suporte|soporte|servicio|servicios|pedidos|ordini|ufficio|oficina',
  'obchod|fakturace|prodej|nakup|podatelna|recepce|biuro|sekretariat|sprzedaz|zamowienia|ksiegowosc|verkoop|inkoop|administratie',
].join('|');

const sharedLocalPart = new RegExp(`^(?:${words})\\d*(?:[-_.+]|$)|[-_.](?:${words})$`, 'i');

/**
 * True for a mailbox that several people are likely to read, such as info@ or sales.emea@: that two records hold it does not
 * make them one person. Sooner too often than too seldom; who is only suggested is not lost.
 */
export function isSharedMailbox(email: string): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  return sharedLocalPart.test(local) || isRoboticAddress(email);
}
