/** local@domain with an ASCII or Unicode domain of at least two labels; quoted local parts are left to the header reader. */
const shape = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\/]{1,251}$/u;

/** True where the text could be delivered to: address-shaped, with a dotted domain. Linear in the length. */
export function isAddressShaped(text: string): boolean {
  if (text.length > 254 || !shape.test(text)) return false;
  const domain = text.slice(text.lastIndexOf('@') + 1);
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => label.length > 0 && label.length <= 63);
}

/**
 * The form in which addresses are compared and hashed: trimmed, lower case, domain as ASCII (IDNA through the URL parser).
 * Dots and plus tags stay: whether they matter is each provider's own affair. Null where the text is no address.
 */
export function normaliseEmail(text: string): string | null {
  const trimmed = text.trim().normalize('NFC');
  if (!isAddressShaped(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  const host = URL.parse(`http://${trimmed.slice(at + 1)}/`)?.hostname;
  if (host === undefined || !host.includes('.') || /^[\d.]+$/.test(host)) return null;
  return `${trimmed.slice(0, at).toLowerCase()}@${host}`;
}
