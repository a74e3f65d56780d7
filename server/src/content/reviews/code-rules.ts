import { cutWords } from '@okaeri/shared/words';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { sha256 } from '../../platform/lib/digest.ts';

/** How long a code is good for, how often it may be mistyped, and how many are sent in a day. */
export const CODE_LIFE_MS = 15 * 60_000;
export const CODE_ATTEMPTS_MAX = 5;
export const CODES_PER_DAY = 5;
export const CODE_DIGITS = 6;
/** How long a confirmed link can be written with: one sitting. */
export const SITTING_MS = 2 * 3_600_000;

/** What is known of the last code. */
export interface CodeState {
  readonly digest: string;
  readonly expiresAt: number;
  readonly attempts: number;
  readonly sent: number;
  readonly windowAt: number;
}

/** A code is short: what is kept of it is bound to whom it was sent to. */
export const digestOfCode = (shopperId: string, code: string): string =>
  sha256(`address code ${shopperId} ${code.replaceAll(/\D/g, '')}`);

/** The state after another code; null where too many were sent. */
export const withCode = (
  known: CodeState | undefined,
  digest: string,
  now: number,
): CodeState | null => {
  const sameDay = known !== undefined && now - known.windowAt < DAY_MS;
  const { sent, windowAt } = sameDay ? known : { sent: 0, windowAt: now };
  return sent >= CODES_PER_DAY
    ? null
    : { digest, expiresAt: now + CODE_LIFE_MS, attempts: 0, sent: sent + 1, windowAt };
};

/** Whether a code is the one that was sent, and may still be tried. */
export const judgeCode = (
  known: CodeState | undefined,
  digest: string,
  now: number,
): 'right' | 'wrong' | 'over' => {
  if (known === undefined || known.expiresAt <= now || known.attempts >= CODE_ATTEMPTS_MAX)
    return 'over';
  return known.digest === digest ? 'right' : 'wrong';
};

/** An address with most of it hidden: enough to know where to look. */
export const maskAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${cutWords(address, 1)}•••${address.slice(at)}`;
};
