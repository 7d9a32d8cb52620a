import { isContactLabel } from './contact-labels.ts';

/**
 * Words that call the number right behind them another than a telephone's: register, tax and bank numbers, postcodes, orders.
 * Behind them only words that say "number" and a country's letters may stand; with any other word between (`Ticket office: …`, `Account manager …`)
 * they name somebody who has a telephone.
 */
const otherLabel =
  /(?<!\p{L})(?:ust|uid|vat|tva|mwst|nif|cif|iva|btw|kvk|hr[ab]|ičo?|ico|di[cč]|siret|siren|rcs|cnpj|cpf|iban|bic|swift|blz|konto|account|licen[sc]e|lic|reg\p{L}{0,20}|isbn|issn|order|invoice|ticket|case|item|sku|part|model|patent|abn|acn|ein|npi|zip|cep|plz|cap|postcode|dre|nmls|charity|p\.?o\.? ?box|postfach|company(?= (?:no|num))|инн|кпп|огрн|унп|р\/с|no|nr|id)(?!\p{L})(?:[^\p{L}\d]{0,4}(?<!\p{L})(?:id\p{L}{0,10}|num\p{L}{0,10}|code|reg\p{L}{0,20}|atu|(?!ph|fx)\p{L}{2})(?!\p{L})){0,3}[^\p{L}\d]{0,6}$/iu;
const numberOf = /(?<!\p{L})(\p{L}{1,30})[^\p{L}\d]{1,4}(?:no|nr|num\p{L}{0,10})[^\p{L}\d]{0,6}$/iu;

/** Whether what stands before a number says that it is no telephone number. */
export function endsInOtherLabel(before: string): boolean {
  const end = before.slice(-60);
  return otherLabel.test(end) && !isTelephone(numberOf.exec(end)?.[1] ?? '');
}

/** `Phone No.`, `Contact no`, `Transmission No.` */
function isTelephone(word: string): boolean {
  return isContactLabel(word) || /^(?:tele\p{L}{0,12}|contact|kontakt|\p{L}{0,8}mission)$/iu.test(word);
}
