import { domainToASCII } from 'node:url';
import type { Company, Sender } from './sample-mail.ts';

export const HARBOURLINE: Company = { name: 'Harbourline Logistics Ltd', domain: 'harbourline.example' };
export const KESTREL: Company = { name: 'Kestrel Robotics, Inc.', domain: 'kestrel-robotics.example' };
export const NORDWERK: Company = { name: 'Nordwerk Präzisionsteile GmbH', domain: 'nordwerk.example' };
export const RUHRTAL: Company = {
  name: 'Oberflächenveredelungstechnikgesellschaft Ruhrtal mbH',
  domain: 'ruhrtal-oberflaechen.example',
};
export const GRUEN: Company = {
  name: 'Gärtnerei Grün & Söhne',
  domain: domainToASCII('gärtnerei-grün.example'),
};
export const LUMEN: Company = { name: 'Atelier Lumen SARL', domain: 'atelier-lumen.example' };
export const IBARRA: Company = { name: 'Talleres Ibarra, S.L.', domain: 'talleres-ibarra.example' };
export const USINA: Company = { name: 'Usina Verde Energia Ltda.', domain: 'usinaverde.example' };
export const MIYASAKA: Company = { name: '宮坂精機株式会社', domain: 'miyasaka-seiki.example' };
export const NAKHEEL: Company = {
  name: 'شركة النخيل للتوريدات الصناعية',
  domain: 'nakheel-supplies.example',
};
export const MORAVSKE: Company = { name: 'Moravské strojírny a.s.', domain: 'moravske-strojirny.example' };
export const BALTIC: Company = { name: 'Baltic Ferry Services AB', domain: 'balticferry.example' };
export const LIFFEY: Company = { name: 'Liffey Print Works', domain: 'liffeyprint.example' };

export const FIONA: Sender = { name: 'Fiona Ashcroft', email: 'fiona.ashcroft@harbourline.example' };
export const TOM: Sender = { name: 'Tom Okafor', email: 'tom.okafor@harbourline.example' };
export const DANA: Sender = { name: 'Ferreira, Dana', email: 'dana.ferreira@kestrel-robotics.example' };
export const ANNEGRET: Sender = { name: 'Dr. Annegret Vogelsang', email: 'a.vogelsang@nordwerk.example' };
export const KLAUS: Sender = { name: 'Klaus-Dieter Hüttenrauch', email: 'k.huettenrauch@nordwerk.example' };
export const TEREZA: Sender = { name: 'Tereza Dvořáková', email: 'dvorakova@moravske-strojirny.example' };
export const JOAO: Sender = { name: 'João Batista Figueiredo', email: 'joao.figueiredo@usinaverde.example' };
