import { KEY_ABILITIES, type Ability } from '@okaeri/shared/roles';

/** Who asks: an API key, or somebody who is signed in to the console. */
export type Actor =
  | { readonly kind: 'key'; readonly label: string; readonly abilities: readonly Ability[] | null }
  | {
      readonly kind: 'person';
      readonly userId: string;
      readonly name: string;
      readonly email: string;
      readonly abilities: readonly Ability[];
    };

interface Need {
  /** What an operation's path begins with, below `/v1`. */
  readonly path: string;
  /** What one must be able to do to change something there, and to read there. */
  readonly write: Ability;
  readonly read: Ability;
}

const open = (path: string, write: Ability): Need => ({ path, write, read: 'read' });

// The first that fits counts. What is not named needs `own`: a new operation is closed until it is named here.
const NEEDS: readonly Need[] = [
  open('/program', 'run'),
  open('/appearance', 'run'),
  open('/orders', 'sell'),
  open('/shoppers', 'serve'),
  open('/guests', 'serve'),
  open('/till', 'serve'),
  open('/adjustments', 'serve'),
  open('/referrals', 'serve'),
  open('/gifts', 'run'),
  open('/activities', 'sell'),
  open('/vouchers', 'sell'),
  open('/redemptions', 'serve'),
  open('/rewards', 'run'),
  open('/reviews/settings', 'run'),
  { path: '/reviews/photos', write: 'moderate', read: 'moderate' },
  open('/reviews/imports', 'run'),
  open('/reviews', 'moderate'),
  open('/questions', 'moderate'),
  open('/balances', 'run'),
  open('/contacts/settings', 'run'),
  open('/contacts', 'serve'),
  open('/mail', 'run'),
  open('/clock', 'run'),
  open('/insights', 'run'),
  open('/shop/check', 'run'),
  { path: '/shop/export', write: 'own', read: 'own' },
  open('/shop', 'own'),
  { path: '/privacy/requests', write: 'own', read: 'own' },
  open('/privacy', 'own'),
  { path: '/integrations', write: 'run', read: 'run' },
  { path: '/webhooks', write: 'run', read: 'run' },
];

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a method changes nothing. */
export const isSafe = (method: string): boolean => SAFE.has(method);

/** What one must be able to do for an operation; `path` is what stands below `/v1`. */
export const abilityFor = (method: string, path: string): Ability => {
  const need = NEEDS.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (need === undefined) return 'own';
  return isSafe(method) ? need.read : need.write;
};

/** Whether somebody may. A key never has what is a person's to decide, whatever it was given. */
export const mayDo = (actor: Actor, ability: Ability): boolean => {
  if (actor.kind === 'person') return actor.abilities.includes(ability);
  const has: readonly Ability[] = actor.abilities ?? KEY_ABILITIES;
  return ability !== 'own' && has.includes(ability);
};

/** Reads that carry people's data away count like changes. */
const CARRIES_AWAY = /\/export(\.csv)?$/;

/** Whether a request changes something, or carries people's data away. */
export const isMutation = (method: string, path: string): boolean =>
  !isSafe(method) || CARRIES_AWAY.test(path);

/**
 * Whether an act is written into the log: everything people do; of keys, what changes how the
 * shop runs. What a backend reports all day is in the ledger.
 */
export const isLogged = (actor: Actor, ability: Ability): boolean =>
  actor.kind === 'person' || ability === 'run';
