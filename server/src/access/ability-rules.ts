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

/** Needs by what an operation's path begins with, below `/v1`; `*` stands for any one segment but the first. */
export type Needs = Readonly<Record<`/${string}`, Need>>;

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a method changes nothing. */
export const isSafe = (method: string): boolean => SAFE.has(method);

/** A beginning of paths, taken apart, and what is needed below it. */
interface Beginning {
  readonly segments: readonly string[];
  readonly need: Need;
}

/**
 * Gives a function that says what one must be able to do for an operation; its `path` is what stands below `/v1`. The
 * longest beginning counts. What none is named for needs `own`: a new operation is closed until its area opens it.
 *
 * Every request asks it: the beginnings are sorted once, and only those with the path's own first segment are looked at.
 */
export const readNeeds = (needs: Needs): ((method: string, path: string) => Ability) => {
  const beginnings = new Map<string, Beginning[]>();
  const longestFirst = Object.entries(needs).toSorted(([a], [b]) => b.length - a.length);
  for (const [start, need] of longestFirst) {
    const segments = start.split('/');
    const [, top = ''] = segments;
    beginnings.set(top, [...(beginnings.get(top) ?? []), { segments, need }]);
  }
  return (method, path) => {
    const segments = path.split('/');
    const [, top = ''] = segments;
    const found = beginnings.get(top)?.find((one) => begins(segments, one.segments));
    if (found === undefined) return 'own';
    return isSafe(method) ? found.need.read : found.need.write;
  };
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

/** Lists that are written down whoever takes them along: the log of what was said to whom (L13). */
const ALWAYS_LOGGED: ReadonlySet<string> = new Set(['/v1/exports/touches']);

/**
 * Whether an act is written into the log: everything people do; of keys, what changes how the
 * shop runs, and taking the contact log along. What a backend reports all day is in the ledger.
 */
export const isLogged = (actor: Actor, ability: Ability, path: string): boolean =>
  actor.kind === 'person' || ability === 'run' || ALWAYS_LOGGED.has(path);

function begins(path: readonly string[], start: readonly string[]): boolean {
  return start.every((one, at) => one === path[at] || (one === '*' && at < path.length));
}
