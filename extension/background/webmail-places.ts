import * as v from 'valibot';

/** Webmails that may live at any host, and so are found by visiting them. */
export type FoundWebmail = 'roundcube' | 'sogo';

const most = 50;

/** Where webmails were found on this device, oldest first: origin and directory, such as `https://host/roundcube/`. */
export const placesSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(600))), v.maxLength(most));

export type PlaceStore = {
  /** Empty where nothing can be read: a webmail is found again on the next visit. */
  read(): Promise<readonly string[]>;
  write(places: readonly string[]): Promise<void>;
};

/**
 * Narrower than what an address may hold: a star would widen the pattern made of it, and one pattern that the browser refuses
 * would keep all others from being registered.
 */
const plain = /^https?:\/\/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\d+)?\/[\w.~!$&'()+,;=:@%/-]*$/;

/**
 * The place of a webmail of which this is a page. Null where it cannot be told, such as SOGo's page for signing in at an address
 * of the administrator's choice, or cannot be a pattern: such a page is then handed over anew at each visit.
 */
export function placeOf(address: string, webmail: FoundWebmail): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const directory = directories[webmail](url.pathname);
  const place = directory === null ? null : url.origin + directory;
  return place !== null && place.length <= 600 && plain.test(place) ? place : null;
}

const directories: Record<FoundWebmail, (path: string) => string | null> = {
  // all of it is one program, `./?_task=…` or `index.php?_task=…`
  roundcube: (path) => path.slice(0, path.lastIndexOf('/') + 1),
  // `/SOGo/so/<user>/Mail/view`, whatever stands before `so/`; `/SOGo/` is the page for signing in
  sogo: (path) => {
    const end = `${path}/`.indexOf('/so/');
    if (end >= 0) return path.slice(0, end + 1);
    const signIn = /^(.*\/SOGo)\/?$/.exec(path)?.[1];
    return signIn === undefined ? null : `${signIn}/`;
  },
};

/** With one place more, and the very same list where it says nothing new. The oldest give way beyond 50. */
export function withPlace(places: readonly string[], place: string): readonly string[] {
  // each ends with a slash, so that a text before another is a directory above it
  if (places.some((known) => place.startsWith(known))) return places;
  return [...places.filter((known) => !known.startsWith(place)), place].slice(-most);
}

/** The match pattern of a place. Firefox's patterns know no ports: there it takes in the host's other ports. */
export function patternOf(place: string, ports: boolean): string {
  const { protocol, host, hostname, pathname } = new URL(place);
  return `${protocol}//${ports ? host : hostname}${pathname}*`;
}
