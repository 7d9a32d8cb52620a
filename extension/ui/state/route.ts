import { signal } from '@preact/signals';

/** The screens of the dashboard, as they stand in the address after `#/`. */
export type Route =
  | { screen: 'accounts'; steward: string | null; search: string; page: number }
  | { screen: 'account'; id: string }
  | { screen: 'people'; search: string; page: number }
  | { screen: 'person'; id: string }
  | { screen: 'suggestions' }
  | { screen: 'duplicates' }
  | { screen: 'merges'; page: number }
  | { screen: 'members' }
  | { screen: 'capture' }
  | { screen: 'sync' }
  | { screen: 'settings' };

export const allAccounts: Route = { screen: 'accounts', steward: null, search: '', page: 0 };

/** The route of a hash; what it does not know leads to all accounts. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen = '', id = ''] = path.split('/');
  const asked = new URLSearchParams(query);
  const search = asked.get('search') ?? '';
  const page = Math.max(0, Math.trunc(Number(asked.get('page') ?? '1')) - 1) || 0;
  switch (screen) {
    case 'people':
      return id === '' ? { screen, search, page } : { screen: 'person', id };
    case 'merges':
      return { screen, page };
    case 'suggestions':
    case 'duplicates':
    case 'members':
    case 'capture':
    case 'sync':
    case 'settings':
      return { screen };
    default:
      if (id !== '') return { screen: 'account', id };
      return { screen: 'accounts', steward: asked.get('steward'), search, page };
  }
}

/** The hash of a route; parsing it gives the route again. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'account':
      return `#/accounts/${route.id}`;
    case 'person':
      return `#/people/${route.id}`;
    case 'accounts':
      return withQuery('#/accounts', { steward: route.steward, search: route.search, page: route.page });
    case 'people':
      return withQuery('#/people', { steward: null, search: route.search, page: route.page });
    case 'merges':
      return withQuery('#/merges', { steward: null, search: '', page: route.page });
    default:
      return `#/${route.screen}`;
  }
}

function withQuery(path: string, asked: { steward: string | null; search: string; page: number }): string {
  const query = new URLSearchParams();
  if (asked.steward !== null) query.set('steward', asked.steward);
  if (asked.search !== '') query.set('search', asked.search);
  if (asked.page > 0) query.set('page', String(asked.page + 1));
  return query.size === 0 ? path : `${path}?${query}`;
}

export const route = signal<Route>(allAccounts);

/** Follows the address, and returns the end of that. */
export function followAddress(): () => void {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  read();
  addEventListener('hashchange', read);
  return () => removeEventListener('hashchange', read);
}

export function go(to: Route): void {
  location.hash = hashOf(to);
}

/** Changes what is asked of the present screen without a step in the browser's history: typing is not navigating. */
export function refine(to: Route): void {
  history.replaceState(null, '', hashOf(to));
  route.value = to;
}
