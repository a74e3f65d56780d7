import { z } from 'zod';
import { LIMITS } from './limits.ts';

/**
 * A proof of work, as Hashcash has it (http://www.hashcash.org/papers/hashcash.pdf): a number
 * with which the challenge's SHA-256 begins with some zero bits. Nothing to a person who
 * writes once, and something to a program that writes all day.
 */
export const proof = z.strictObject({
  challenge: z.string().max(LIMITS.proofLengthMax),
  solution: z.int().min(0),
});
export type Proof = z.infer<typeof proof>;

/** `GET /proof`: the text in front of the number is `{challenge}:`. */
export interface ProofChallenge {
  readonly challenge: string;
  readonly bits: number;
}

/** What forms send beside the words: the proof, and a field that people do not see and programs fill in. */
export const spamFields = {
  proof: proof.nullish(),
  website: z.string().max(LIMITS.textLengthMax).nullish(),
} as const;
