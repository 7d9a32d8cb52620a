/** The made-up people of Tidewater Tools who have a mailbox. */
export type Mailbox = 'vera' | 'jonas' | 'amira';

export type Colleague = { mailbox: Mailbox; name: string; email: string };

export const OWN_DOMAIN = 'tidewater.test';

/** One password for all three; it opens nothing but these sample mailboxes. */
export const PASSWORD = 'tide-and-anchor-42';

export const COLLEAGUES: readonly Colleague[] = [
  { mailbox: 'vera', name: 'Vera Novak', email: `vera.novak@${OWN_DOMAIN}` },
  { mailbox: 'jonas', name: 'Jonas Weber', email: `jonas.weber@${OWN_DOMAIN}` },
  { mailbox: 'amira', name: 'Amira Haddad', email: `amira.haddad@${OWN_DOMAIN}` },
];

/** The mailbox that mail to `address` reaches, if it is one of ours. */
export function mailboxOf(address: string): Mailbox | undefined {
  return COLLEAGUES.find(({ email }) => email === address.toLowerCase())?.mailbox;
}
