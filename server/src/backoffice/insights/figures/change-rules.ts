import type { Stage } from '@okaeri/shared/segments';
import type { Part } from './compare-rules.ts';

/** Local days from one to another, both of them. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Days, and those they are compared with. */
export interface Spans {
  readonly now: Span;
  readonly before: Span;
}

/** The same people or others, in each of two times. */
export interface Parts {
  readonly now: Part;
  readonly before: Part;
}

/** The last finished days up to a day, and as many before them: a day that runs counts with none (E71). */
export const finishedSpans = (
  asOf: number,
  { today, days }: { readonly today: number; readonly days: number },
): Spans => {
  const until = Math.min(asOf, today - 1);
  const from = until - days + 1;
  return { now: { from, until }, before: { from: from - days, until: from - 1 } };
};

/** A change of stage; `from` is null of whoever was placed for the first time. */
export interface StageMove {
  readonly day: number;
  readonly from: Stage | null;
  readonly to: Stage;
}

const TIMES = ['now', 'before'] as const;

/** Begins to count shares of people in two times (E83). */
export const createShares = (spans: Spans) => {
  const parts = new Map<string, Record<keyof Spans, { count: number; of: number }>>();
  const note = (figure: string, time: keyof Spans, counts: boolean): void => {
    const known = parts.get(figure) ?? { now: { count: 0, of: 0 }, before: { count: 0, of: 0 } };
    parts.set(figure, known);
    known[time].of += 1;
    if (counts) known[time].count += 1;
  };
  return {
    /**
     * Somebody who bought: again, or as a member of then.
     *
     * @param days their purchase days, the earliest first
     */
    buyer(days: readonly number[], memberSince: number | null): void {
      for (const time of TIMES) {
        const { from, until } = spans[time];
        const upTo = days.filter((day) => day <= until);
        if ((upTo.at(-1) ?? -Infinity) < from) continue;
        note('repeat', time, upTo.length > 1);
        note('members', time, memberSince !== null && memberSince <= until);
      }
    },
    /** A member, with the days on which they took a reward. */
    member(memberSince: number, redeemedOn: readonly number[]): void {
      for (const time of TIMES) {
        if (memberSince > spans[time].until) continue;
        note('redeemed', time, redeemedOn.some(within(spans[time])));
      }
    },
    /** Somebody who stands at a stage, with their moves, the earliest first: whether they left where they stood. */
    stages(stageNow: Stage, knownSince: number, moves: readonly StageMove[]): void {
      for (const time of TIMES) {
        const { from: begin } = spans[time];
        if (knownSince >= begin) continue;
        const later = moves.filter(({ day }) => day >= begin);
        const stood = later[0] === undefined ? stageNow : later[0].from;
        if (stood === null) continue;
        const left = later.find((move) => move.from === stood && within(spans[time])(move.day));
        for (const to of STAGES)
          if (to !== stood) note(`move ${stood} ${to}`, time, left?.to === to);
      }
    },
    /** Somebody who was reached by marketing on such days, and whether they complained about it. */
    reached(touches: readonly { readonly day: number; readonly complained: boolean }[]): void {
      for (const time of TIMES) {
        const those = touches.filter(({ day }) => within(spans[time])(day));
        if (those.length === 0) continue;
        note(
          'complaints',
          time,
          those.some(({ complained }) => complained),
        );
      }
    },
    /** What was counted, by figure. */
    read: (): ReadonlyMap<string, Parts> => parts,
  };
};

const STAGES: readonly Stage[] = [
  'consideration',
  'onboarding',
  'postPurchase',
  'loyal',
  'advocacy',
  'lapsed',
];

function within({ from, until }: Span): (day: number) => boolean {
  return (day) => day >= from && day <= until;
}
