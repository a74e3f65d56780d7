import type { ContactKind } from '@okaeri/shared/contacts';
import type { Stage } from '@okaeri/shared/segments';
import type { Durations } from './survival-rules.ts';

/** A message that was planned for somebody in the time that is asked about. */
export interface MapTouch {
  readonly shopperId: string;
  readonly kind: ContactKind;
  readonly arm: 'treated' | 'held';
  /** The day it was planned. */
  readonly day: number;
  /** The day it was sent or shown; null where it was neither. */
  readonly reachedOn: number | null;
}

/** A change of stage, and the day of it; `from` is null of whoever was placed for the first time. */
export interface StageStep {
  readonly day: number;
  readonly from: Stage | null;
  readonly to: Stage;
}

/** People of one stage for whom a kind of message was planned. */
export interface MapCell {
  readonly kind: ContactKind;
  /** Those who got one. */
  readonly reach: number;
  /** Of those whose days after it are over, who bought in them. */
  readonly acted: { readonly count: number; readonly of: number };
  /** Everybody it was drawn for, in their arms, whether it came or not. */
  readonly treated: ArmCounts;
  readonly held: ArmCounts;
}

interface ArmCounts {
  readonly people: number;
  readonly outcomes: number;
}

/** Who stands in a stage, how long people stay in it, and what reaches them there. */
export interface MapStage {
  readonly people: number;
  readonly stays: Durations;
  /** In the order of their kinds' names. */
  readonly cells: readonly MapCell[];
}

/** Somebody's messages of one kind, as one. */
interface Drawn {
  arm: MapTouch['arm'] | 'both';
  day: number;
  reachedOn: number | null;
  stage: Stage | null;
  hasActed: boolean;
  hasBought: boolean;
}

/**
 * Begins a map of stages and of what reaches people in them (E82): first the messages, then who stood where, then what
 * they bought. Everybody is in the stage they stood in when the day of their first message of a kind began.
 */
export const createMap = ({ asOf, outcomeDays }: { asOf: number; outcomeDays: number }) => {
  const touched = new Map<string, Map<ContactKind, Drawn>>();
  const standing = new Map<Stage, number>();
  const stays = new Map<Stage, { closed: Map<number, number>; open: Map<number, number> }>();
  const staysOf = (stage: Stage) =>
    getOrSet(stays, stage, () => ({ closed: new Map(), open: new Map() }));
  const place = (shopperId: string, stageOn: (day: number) => Stage | null): void => {
    for (const drawn of touched.get(shopperId)?.values() ?? []) drawn.stage = stageOn(drawn.day);
  };
  return {
    reach(touch: MapTouch): void {
      const kinds = getOrSet(touched, touch.shopperId, () => new Map<ContactKind, Drawn>());
      const known = kinds.get(touch.kind);
      if (known === undefined) kinds.set(touch.kind, drawnOf(touch));
      else join(known, touch);
    },
    /** Takes people out of it, as insiders. */
    leaveOut(shopperId: string): void {
      touched.delete(shopperId);
    },
    /** @param all the steps of one shopper, the earliest first; those after `asOf` tell where they stood before */
    went(shopperId: string, all: readonly StageStep[]): void {
      const steps = all.filter(({ day }) => day <= asOf);
      const last = steps.at(-1);
      const stage = last?.to ?? all[0]?.from ?? null;
      if (stage !== null) countUp(standing, stage);
      place(shopperId, (day) => stageOn(all, day));
      if (last === undefined) return;
      countUp(staysOf(last.to).open, asOf - last.day);
      for (const [i, { day, to }] of steps.entries()) {
        const next = steps[i + 1];
        if (next !== undefined) countUp(staysOf(to).closed, next.day - day);
      }
    },
    /** Somebody who has not changed their stage since changes are kept. */
    stands(shopperId: string, stage: Stage): void {
      countUp(standing, stage);
      place(shopperId, () => stage);
    },
    /** @param days the purchase days of one shopper up to `asOf` */
    bought(shopperId: string, days: readonly number[]): void {
      for (const drawn of touched.get(shopperId)?.values() ?? []) {
        const after = (from: number): boolean =>
          days.some((day) => day > from && day <= from + outcomeDays);
        drawn.hasBought = after(drawn.day);
        drawn.hasActed = drawn.reachedOn !== null && after(drawn.reachedOn);
      }
    },
    read: (stages: readonly Stage[]): ReadonlyMap<Stage, MapStage> => {
      const isOver = ({ reachedOn }: Drawn): boolean => (reachedOn ?? asOf) + outcomeDays < asOf;
      const all = [...touched.values()].flatMap((kinds) => [...kinds]);
      const cellsOf = (stage: Stage): MapCell[] => {
        const here = all.filter(([, drawn]) => drawn.stage === stage);
        const kinds = [...new Set(here.map(([kind]) => kind))].toSorted();
        return kinds.map((kind) => {
          const drawn = here.flatMap(([own, one]) => (own === kind ? [one] : []));
          return { kind, ...cellOf(drawn, isOver) };
        });
      };
      return new Map(
        stages.map((stage) => [
          stage,
          { people: standing.get(stage) ?? 0, stays: staysOf(stage), cells: cellsOf(stage) },
        ]),
      );
    },
  };
};

function drawnOf({ arm, day, reachedOn }: MapTouch): Drawn {
  return { arm, day, reachedOn, stage: null, hasActed: false, hasBought: false };
}

/** Another message of the same kind to the same person: the first counts; of both arms they are in none. */
function join(known: Drawn, { arm, day, reachedOn }: MapTouch): void {
  if (known.arm !== arm) known.arm = 'both';
  known.day = Math.min(known.day, day);
  if (reachedOn !== null) known.reachedOn = Math.min(known.reachedOn ?? reachedOn, reachedOn);
}

function cellOf(drawn: readonly Drawn[], isOver: (one: Drawn) => boolean): Omit<MapCell, 'kind'> {
  const reached = drawn.filter(({ reachedOn }) => reachedOn !== null);
  const over = reached.filter(isOver);
  const arm = (name: MapTouch['arm']): ArmCounts => {
    const own = drawn.filter((one) => one.arm === name);
    return { people: own.length, outcomes: own.filter(({ hasBought }) => hasBought).length };
  };
  return {
    reach: reached.length,
    acted: { count: over.filter(({ hasActed }) => hasActed).length, of: over.length },
    treated: arm('treated'),
    held: arm('held'),
  };
}

/** Where somebody stood when a day began; of whoever was placed for the first time on it or later, where that was. */
function stageOn(steps: readonly StageStep[], day: number): Stage | null {
  const before = steps.findLast((step) => step.day < day);
  if (before !== undefined) return before.to;
  const [first] = steps;
  return first === undefined ? null : (first.from ?? first.to);
}

function countUp<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function getOrSet<Key, Value>(of: Map<Key, Value>, key: Key, begin: () => Value): Value {
  const known = of.get(key);
  if (known !== undefined) return known;
  const begun = begin();
  of.set(key, begun);
  return begun;
}
