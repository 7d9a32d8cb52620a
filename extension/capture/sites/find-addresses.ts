import { isAddressShaped } from '../../../shared/identity/email-address.ts';

const token = /[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,190}/g;

/** The addresses in a short text such as a title or a label, in order. Looks at 5,000 characters. */
export function findAddresses(text: string): string[] {
  const found = text.slice(0, 5000).match(token) ?? [];
  return found.map((one) => one.replace(/[.!?]+$/, '')).filter(isAddressShaped);
}
