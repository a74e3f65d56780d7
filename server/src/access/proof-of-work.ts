import type { Proof, ProofChallenge } from '@okaeri/shared/proof';
import type { Deps } from '../deps.ts';
import { randomToken } from '../platform/lib/ids.ts';
import {
  isChallenge,
  makeChallenge,
  PROOF_BITS,
  PROOF_LIFE_MS,
  solves,
} from './proof-of-work-rules.ts';
import type { ShopRow } from './tables.ts';

const NONCE_BYTES = 12;

/** A challenge to solve before something is written. It stays on real time, as tokens do. */
export const issueChallenge = (deps: Deps, shop: ShopRow): ProofChallenge => {
  const expiresAt = deps.clock.now() + PROOF_LIFE_MS;
  const of = { shopId: shop.id, nonce: randomToken(NONCE_BYTES), expiresAt };
  return { challenge: makeChallenge(deps.secretKey, of), bits: PROOF_BITS };
};

/** Whether work was done for this writing. A challenge is good once. */
export const isProven = (deps: Deps, shop: ShopRow, proof: Proof | null | undefined): boolean => {
  if (proof == null || deps.caches.proofs.has(proof.challenge)) return false;
  const { challenge, solution } = proof;
  const asked = { shopId: shop.id, challenge, now: deps.clock.now() };
  if (!isChallenge(deps.secretKey, asked) || !solves(challenge, solution)) return false;
  deps.caches.proofs.set(challenge, true);
  return true;
};
