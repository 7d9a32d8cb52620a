import { expect, test } from 'vitest';
import { hashOf, parseRoute, type Route } from '../../../extension/ui/state/route.ts';

const id = '0123456789abcdefghjkmnpqrs';
const routes: Route[] = [
  { screen: 'accounts', steward: null, search: '', page: 0 },
  { screen: 'accounts', steward: 'unassigned', search: 'Gärtnerei & Söhne?', page: 3 },
  { screen: 'account', id },
  { screen: 'people', search: 'ليلى', page: 0 },
  { screen: 'person', id },
  { screen: 'suggestions' },
  { screen: 'members' },
  { screen: 'capture' },
  { screen: 'sync' },
  { screen: 'settings' },
];

test('every screen is found again by its address', () => {
  for (const route of routes) expect(parseRoute(hashOf(route))).toEqual(route);
});

test('an address that says nothing leads to all accounts', () => {
  for (const hash of ['', '#', '#/', '#/nonsense', '#/accounts?page=-4', '#/accounts?page=x']) {
    expect(parseRoute(hash)).toEqual({ screen: 'accounts', steward: null, search: '', page: 0 });
  }
});
