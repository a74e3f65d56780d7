import type { Proof, ProofChallenge } from '@okaeri/shared/proof';
import type { Transport } from './transport.ts';

const encoder = new TextEncoder();

/**
 * Does the little work that a shop asks of anyone who has not bought there yet. Nothing where
 * it cannot be done (a page without https has no digests): then a person looks first.
 */
export const solveProofOfWork = async (request: Transport): Promise<Proof | null> => {
  try {
    const { challenge, bits } = await request<ProofChallenge>('/proof');
    let solution = 0;
    while (!(await startsWithZeros(`${challenge}:${solution}`, bits))) solution += 1;
    return { challenge, solution };
  } catch {
    return null;
  }
};

async function startsWithZeros(text: string, bits: number): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return new DataView(digest).getUint32(0) < 2 ** (32 - bits);
}
