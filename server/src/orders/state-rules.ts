import { canonicalJson, sha256Hex } from '../lib/digest.ts';

/** When a state was true, and the digest that settles which of two states of one instant wins. */
export interface StateMark {
  readonly updatedAt: number;
  readonly digest: string;
}

/** The digest of an order's state: SHA-256 of its RFC 8785 form, in hexadecimal. */
export const digestOf = (body: unknown): string => sha256Hex(canonicalJson(body));

/**
 * How a state that arrives stands to the one that is known (semantics, rule 1).
 * On an equal instant the greater digest wins, so that every order of deliveries
 * ends alike.
 */
export const compareStates = (
  known: StateMark | undefined,
  arriving: StateMark,
): 'newer' | 'same' | 'stale' => {
  if (known === undefined || arriving.updatedAt > known.updatedAt) return 'newer';
  if (arriving.updatedAt < known.updatedAt) return 'stale';
  if (arriving.digest === known.digest) return 'same';
  return arriving.digest > known.digest ? 'newer' : 'stale';
};
