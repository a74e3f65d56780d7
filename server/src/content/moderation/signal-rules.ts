import { createHash } from 'node:crypto';
import type { ReviewSignal } from '@okaeri/shared/reviews';
import { isInOtherScript } from './script-rules.ts';

/** Shorter texts are the same by chance: many people write "Great!". */
const REPEATED_TEXT_MIN = 24;
/** Reviews one shopper may write in a day before a person looks. */
export const REVIEWS_PER_DAY = 10;

/**
 * What a review is looked at for. Its stars are not among it: what is not here cannot
 * decide what is shown (16 CFR 465.7; reference 3.6, point 3).
 */
export interface LookedAt {
  readonly title: string | null;
  readonly body: string;
  readonly name: string;
  /** Somebody has written, or shown, the very same before. */
  readonly textKnown: boolean;
  readonly photoKnown: boolean;
  /** Reviews this shopper wrote within a day, without this one. */
  readonly writtenToday: number;
  /** The shop's languages, where it names them. */
  readonly languages: readonly string[];
  /** A field was filled in that people do not see. */
  readonly trapped: boolean;
  /** No purchase stands behind its author, and no work was done for it. */
  readonly unproven: boolean;
}

// Each pattern walks the text once: no group repeats what another has matched.
const LINK = /https?:|www\.|\b[a-z0-9-]{2,63}\.(?:com|net|org|io|shop|store|info|biz|ru|cn|xyz)\b/i;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/i;
// Nine digits and more with what people put between them: no price and no year is that long.
const PHONE = /(?:\d[ ().+-]{0,2}){9,}/;
const REPEATED = /(.)\1{9,}/u;

const SHOUTED_LETTERS_MIN = 20;
const SHOUTED_SHARE = 0.8;

/** Why a person should look at a review before it is shown; nothing where none has to. */
export const signalsOf = (review: LookedAt): readonly ReviewSignal[] => {
  const pieces = [review.name, review.title ?? '', review.body];
  const words = pieces.join('\n');
  const checks: readonly (readonly [ReviewSignal, boolean])[] = [
    ['link', LINK.test(words)],
    ['contactData', ADDRESS.test(words) || PHONE.test(words)],
    ['repeatedText', review.textKnown && review.body.length >= REPEATED_TEXT_MIN],
    ['repeatedPhoto', review.photoKnown],
    ['shouting', pieces.some(isShouted)],
    ['gibberish', REPEATED.test(words)],
    ['manyAtOnce', review.writtenToday >= REVIEWS_PER_DAY],
    ['otherLanguage', isInOtherScript(`${review.title ?? ''} ${review.body}`, review.languages)],
    ['trapped', review.trapped],
    ['noProof', review.unproven],
  ];
  return checks.filter(([, found]) => found).map(([signal]) => signal);
};

/** Words as they are searched and compared: small letters, width and marks folded (NFKC). */
export const foldWords = (words: string): string => words.normalize('NFKC').toLowerCase();

/** By what the same words are found again, whatever their case and spacing. */
export const digestOfText = (folded: string): string =>
  createHash('sha256').update(folded.replaceAll(/\s+/g, ' ')).digest('base64url');

function isShouted(words: string): boolean {
  const capitals = [...words.matchAll(/\p{Lu}/gu)].length;
  const small = [...words.matchAll(/\p{Ll}/gu)].length;
  const letters = capitals + small;
  return letters >= SHOUTED_LETTERS_MIN && capitals / letters >= SHOUTED_SHARE;
}
