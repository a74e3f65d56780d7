import type { ScoreKind } from '@okaeri/shared/effect-figures';

/** What somebody said, on a day: how content they were with it is the group. */
export interface Word {
  readonly group: string;
  readonly day: number;
}

/** How many of a group bought again within the days. */
export interface DeedCounts {
  readonly group: string;
  readonly people: number;
  readonly again: number;
}

/**
 * Begins to count who bought again within so many days of what they said: a comparison, and no effect (E126). Each
 * shopper counts once, by the first they said; who said it too lately for the days to have passed is left out.
 */
export const createDeeds = (
  asOf: number,
  { withinDays, groups }: { readonly withinDays: number; readonly groups: readonly string[] },
) => {
  const counts = new Map(groups.map((group) => [group, { group, people: 0, again: 0 }]));
  return {
    /** @param days the purchase days of the same shopper */
    add(words: readonly Word[], days: readonly number[]): void {
      const first = words.toSorted((a, b) => a.day - b.day || (a.group < b.group ? -1 : 1))[0];
      const count = counts.get(first?.group ?? '');
      if (first === undefined || count === undefined || first.day + withinDays > asOf) return;
      count.people += 1;
      if (days.some((day) => day > first.day && day <= first.day + withinDays)) count.again += 1;
    },
    read: (): readonly DeedCounts[] => [...counts.values()],
  };
};

/** A kind of score that has groups of its own. */
type Scale = 'stars' | ScoreKind;

/** The groups of each kind of score, from the least content. */
export const DEED_GROUPS: Readonly<Record<Scale, readonly string[]>> = {
  stars: ['low', 'middle', 'high'],
  nps: ['detractors', 'passives', 'promoters'],
  csat: ['low', 'middle', 'high'],
  ces: ['low', 'middle', 'high'],
  loyalty: ['low', 'middle', 'high'],
};

/** The group a score belongs to. Of loyalty it is the first of its four, whether one would recommend the shop. */
export const groupOfScore = (kind: Scale, score: number): string => {
  if (kind === 'nps') return npsGroup(score);
  return kind === 'ces' || kind === 'loyalty' ? sevenGroup(score) : starGroup(score);
};

/** The group of a score of stars. */
const starGroup = (stars: number): string => (stars <= 2 ? 'low' : stars === 3 ? 'middle' : 'high');

/** The group of a score from 0 to 10, as NPS has it. */
const npsGroup = (score: number): string =>
  score <= 6 ? 'detractors' : score <= 8 ? 'passives' : 'promoters';

/** The group of a score from 1 to 7. */
const sevenGroup = (score: number): string =>
  score <= 3 ? 'low' : score === 4 ? 'middle' : 'high';
