import { canonicalJson, sha256Hex } from './digest.ts';

/** A state of something as it came, and the instant at which it was true. */
export interface StateMark {
  readonly updatedAt: number;
  readonly body: unknown;
}

/** The digest that orders states of one instant: SHA-256 of the RFC 8785 form, in hexadecimal. */
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
  const [knownDigest, digest] = [digestOf(known.body), digestOf(arriving.body)];
  if (digest === knownDigest) return 'same';
  return digest > knownDigest ? 'newer' : 'stale';
};
