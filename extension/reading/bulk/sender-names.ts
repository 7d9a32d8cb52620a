const service = /[ (](?:via|über|par|através d[eo]|por) ([^()]{3,60})\)?$/i;
const house = / (?:from|at|von|vom|de la|de|del|da|do|di|du|van|z|od) ([^()]{3,60})$/i;

/** `Peter Lund via SignDesk <…@signdesk.example>`: a service that writes for somebody, and whom it writes for is elsewhere. */
export function isInTheNameOf(name: string, email: string): boolean {
  return isNamedIn(service, name, email.slice(email.lastIndexOf('@')));
}

/** `Anna from Acme <anna@acme.example>`, as mailings sign that want to be letters, and families who write from their own domain. */
export function speaksForHouse(name: string, email: string): boolean {
  return isNamedIn(house, name, email.slice(email.lastIndexOf('@')));
}

function isNamedIn(pattern: RegExp, name: string, host: string): boolean {
  const named = pattern.exec(name.slice(0, 300))?.[1];
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return named !== undefined && letters(host).includes(letters(named));
}
