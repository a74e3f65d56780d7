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

/** What one must be able to do below a path: to change something there, and to read there. */
interface Need {
  readonly write: Ability;
  readonly read: Ability;
}

/** Needs by what an operation's path begins with, below `/v1`; `*` stands for any one segment. */
export type Needs = Readonly<Record<`/${string}`, Need>>;

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a method changes nothing. */
export const isSafe = (method: string): boolean => SAFE.has(method);

/**
 * What one must be able to do for an operation; `path` is what stands below `/v1`. The longest beginning
 * counts. What none is named for needs `own`: a new operation is closed until its area opens it.
 */
export const abilityFor = (needs: Needs, method: string, path: string): Ability => {
  const [need] = Object.entries(needs)
    .filter(([start]) => begins(path, start))
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([, one]) => one);
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
const CARRIES_AWAY = /\/export(\.csv)?$|^(GET )?(\/v1)?\/exports\//;

/** Whether a request changes something, or carries people's data away; `path` is its own, or the pattern it matched. */
export const isMutation = (method: string, path: string): boolean =>
  !isSafe(method) || CARRIES_AWAY.test(path);

/**
 * Whether an act is written into the log: everything people do; of keys, what changes how the
 * shop runs. What a backend reports all day is in the ledger.
 */
export const isLogged = (actor: Actor, ability: Ability): boolean =>
  actor.kind === 'person' || ability === 'run';

function begins(path: string, start: string): boolean {
  const segments = path.split('/');
  return start
    .split('/')
    .every((one, at) => one === segments[at] || (one === '*' && at < segments.length));
}
