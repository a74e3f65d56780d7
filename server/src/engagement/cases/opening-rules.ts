import type { CaseSettings } from '@okaeri/shared/case-settings';
import type { CaseReason, ScoredBy } from '@okaeri/shared/cases';

type LowScore = CaseSettings['opensFor'][number];

/** From where down a score is low, and what the case is called then. */
const LOW: Readonly<Record<ScoredBy, { readonly atMost: number; readonly reason: LowScore }>> = {
  nps: { atMost: 6, reason: 'npsLow' },
  csat: { atMost: 2, reason: 'csatLow' },
  ces: { atMost: 3, reason: 'cesLow' },
  review: { atMost: 2, reason: 'reviewLow' },
};

/** Why a score opens a case in a shop with these settings; null where it opens none (E42). */
export const reasonFor = (
  { by, score }: { by: ScoredBy; score: number },
  { opensFor }: Pick<CaseSettings, 'opensFor'>,
): CaseReason | null => {
  const { atMost, reason } = LOW[by];
  return score <= atMost && opensFor.includes(reason) ? reason : null;
};

/**
 * Whether words say that somebody was harmed: one of them begins with one of the shop's words, in whatever language.
 * What is written without spaces is looked through at every place.
 */
export const saysHarm = (
  words: string,
  { harmWords }: Pick<CaseSettings, 'harmWords'>,
): boolean => {
  const said = fold(words);
  return Object.values(harmWords)
    .flat()
    .some((word) => {
      const sought = fold(word);
      if (sought === '') return false;
      return WITHOUT_SPACES.test(sought) ? said.includes(sought) : hasBeginning(said, sought);
    });
};

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u;

/** Whether a text has a word, or words, that begin with these. */
function hasBeginning(said: string, sought: string): boolean {
  for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1))
    if (!LETTER_BEFORE.test(said.slice(0, at))) return true;
  return false;
}

function fold(words: string): string {
  return words.normalize('NFKC').toLowerCase();
}
