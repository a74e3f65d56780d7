import type { Spending } from './cuped-rules.ts';

/** A message of marketing that was planned for somebody, on a day. */
export interface DrawnTouch {
  readonly shopperId: string;
  readonly arm: 'treated' | 'held';
  readonly day: number;
  readonly unsubscribed: boolean;
  readonly complained: boolean;
}

/** What became of the people of one arm. */
export interface Arm {
  readonly people: number;
  /** Who bought within the days after they were reached. */
  readonly outcomes: number;
  readonly unsubscribed: number;
  readonly complained: number;
  readonly spending: readonly Spending[];
}

interface Person {
  arm: DrawnTouch['arm'] | 'both';
  reached: number;
  unsubscribed: boolean;
  complained: boolean;
  bought: boolean;
  boughtLately: boolean;
  pre: number | null;
  post: number;
}

/** As of when, and how many days what somebody did counts; how far back a usual share is looked for. */
interface Window {
  readonly asOf: number;
  readonly outcomeDays: number;
  readonly latelyDays: number;
}

/**
 * Begins an experiment by intention to treat (E80): everybody for whom a message was planned is in it from the day of
 * their first, whether it came or not, and what they bought in the days after counts. Whoever has messages of both arms
 * is left out.
 */
export const createExperiment = ({ asOf, outcomeDays, latelyDays }: Window) => {
  const people = new Map<string, Person>();
  const arm = (name: DrawnTouch['arm']): Arm => {
    const own = [...people.values()].filter((person) => person.arm === name);
    return {
      people: own.length,
      outcomes: own.filter(({ bought }) => bought).length,
      unsubscribed: own.filter(({ unsubscribed }) => unsubscribed).length,
      complained: own.filter(({ complained }) => complained).length,
      spending: own.map(({ pre, post }) => ({ pre, post })),
    };
  };
  return {
    reach({ shopperId, arm: drawn, day, unsubscribed, complained }: DrawnTouch): void {
      const known = people.get(shopperId);
      const past = { bought: false, boughtLately: false, pre: null, post: 0 };
      if (known === undefined)
        people.set(shopperId, { arm: drawn, reached: day, unsubscribed, complained, ...past });
      else {
        if (known.arm !== drawn) known.arm = 'both';
        known.reached = Math.min(known.reached, day);
        known.unsubscribed ||= unsubscribed;
        known.complained ||= complained;
      }
    },
    /** @param days the purchase days of one shopper up to `asOf`; once everybody was reached who is */
    bought(
      shopperId: string,
      days: readonly { readonly day: number; readonly valueMinor: number }[],
    ): void {
      const person = people.get(shopperId);
      if (person === undefined) return;
      const { reached } = person;
      const spent = (from: number, until: number): number =>
        days.reduce(
          (sum, { day, valueMinor }) => (day > from && day <= until ? sum + valueMinor : sum),
          0,
        );
      person.bought = days.some(({ day }) => day > reached && day <= reached + outcomeDays);
      person.boughtLately = days.some(({ day }) => day > asOf - latelyDays);
      person.pre = days.some(({ day }) => day < reached)
        ? spent(reached - outcomeDays - 1, reached - 1)
        : null;
      person.post = spent(reached, reached + outcomeDays);
    },
    /** Takes people out of it, as insiders. */
    leaveOut(shopperId: string): void {
      people.delete(shopperId);
    },
    read: () => ({
      treated: arm('treated'),
      held: arm('held'),
      boughtLately: [...people.values()].filter(({ boughtLately }) => boughtLately).length,
    }),
  };
};
