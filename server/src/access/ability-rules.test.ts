import { describe, expect, it } from 'vitest';
import { ABILITIES, KEY_ABILITIES, ROLES } from '@okaeri/shared/roles';
import { isLogged, isMutation, isSafe, mayDo, readNeeds, type Actor } from './ability-rules.ts';

type Abilities = Extract<Actor, { kind: 'person' }>['abilities'];

const person = (abilities: Abilities): Actor => ({
  kind: 'person',
  userId: 'user',
  name: 'Ada',
  email: 'ada@shop.example',
  abilities,
});
const key = (abilities: Abilities | null): Actor => ({ kind: 'key', label: 'ERP', abilities });

it.each([
  ['GET', true],
  ['HEAD', true],
  ['OPTIONS', true],
  ['POST', false],
  ['PUT', false],
  ['PATCH', false],
  ['DELETE', false],
  ['TRACE', false],
  ['get', false],
  ['', false],
])('a request by the method "%s" changes nothing: %s', (method, safe) => {
  expect(isSafe(method)).toBe(safe);
});

describe('what one must be able to do', () => {
  const NEEDS = {
    '/orders': { write: 'sell', read: 'read' },
    '/orders/import': { write: 'run', read: 'serve' },
    '/reviews': { write: 'moderate', read: 'read' },
    '/orders/*/notes': { write: 'serve', read: 'read' },
  } as const;

  it.each([
    ['GET', '/orders', 'read'],
    ['HEAD', '/orders', 'read'],
    ['PUT', '/orders', 'sell'],
    ['PUT', '/orders/1001', 'sell'],
    ['GET', '/orders/1001/points', 'read'],
    // The longest beginning counts, whole parts of it alone.
    ['POST', '/orders/import', 'run'],
    ['GET', '/orders/import/1', 'serve'],
    ['POST', '/orders/imported', 'sell'],
    // A star is any one part.
    ['PUT', '/orders/1001/notes', 'serve'],
    ['PUT', '/orders/1001/notes/2', 'serve'],
    ['PUT', '/orders/1001/2/notes', 'sell'],
    ['PUT', '/orders/1001/noted', 'sell'],
    ['POST', '/reviews/1', 'moderate'],
    // What nobody has named is closed.
    ['GET', '/order', 'own'],
    ['GET', '/ordersx', 'own'],
    ['GET', '/v1/orders', 'own'],
    ['GET', '/Orders', 'own'],
    ['GET', '/', 'own'],
    ['POST', '', 'own'],
  ])('to %s %s is "%s"', (method, path, ability) => {
    expect(readNeeds(NEEDS)(method, path)).toBe(ability);
  });

  it('follows the longest beginning whichever is named first, and is "own" where none is', () => {
    const turned = Object.fromEntries(Object.entries(NEEDS).toReversed());
    expect(readNeeds(turned)('POST', '/orders/import')).toBe('run');
    expect(readNeeds({})('GET', '/orders')).toBe('own');
  });
});

describe('whether somebody may', () => {
  it.each(Object.entries(ROLES))('is for a person who is %s as the role says', (_role, has) => {
    const can = ABILITIES.filter((ability) => mayDo(person(has), ability));
    expect(can).toEqual(has);
  });

  it('is never for a person without abilities', () => {
    expect(ABILITIES.some((ability) => mayDo(person([]), ability))).toBe(false);
  });

  it.each([
    ['everything a key can do where nothing is said', null, KEY_ABILITIES],
    ['nothing where it was given nothing', [], []],
    ['what it was given', ['read', 'sell'], ['read', 'sell']],
    ['nothing that is a person’s to decide', ['read', 'own'], ['read']],
  ] as const)('is for a key: %s', (_what, given, can) => {
    expect(ABILITIES.filter((ability) => mayDo(key(given), ability))).toEqual(can);
  });
});

it.each([
  ['GET', '/orders', false],
  ['HEAD', '/orders', false],
  ['POST', '/orders', true],
  ['DELETE', '/orders/export', true],
  ['GET', '/shoppers/export', true],
  ['GET', '/shoppers/export.csv', true],
  ['GET', '/shoppers/:id/export', true],
  ['GET', '/exports/shoppers', true],
  ['GET', '/v1/exports/shoppers', true],
  ['GET', '/shoppers/exports/1', false],
  ['GET', '/shoppers/exports', false],
  ['GET', '/shoppers/export/1', false],
  ['GET', '/shoppers/exportxcsv', false],
  ['GET', '/shoppers/export.json', false],
  ['GET', '/shoppers/an-export', false],
])('%s %s changes something, or carries data away: %s', (method, path, mutation) => {
  expect(isMutation(method, path)).toBe(mutation);
});

it.each(ABILITIES)(
  'an act that needs "%s" is logged of people, and of keys if it is "run"',
  (of) => {
    expect(isLogged(person([]), of, '/v1/orders')).toBe(true);
    expect(isLogged(key(null), of, '/v1/orders')).toBe(of === 'run');
    // Who took the contact log along is always known (L13).
    expect(isLogged(key(null), of, '/v1/exports/touches')).toBe(true);
  },
);
