import { z } from 'zod';
import { faulty } from './field-faults.ts';
import type { Estimate } from './figures.ts';
import type { EffectState } from './effect-figures.ts';
import type { ForecastReason } from './forecast.ts';
import { programInput } from './program.ts';
import { instant } from './values.ts';

/** The body of `POST /v1/program/simulate`: a draft, and the stretch of the shop's own past to replay. */
export const simulationInput = z
  .strictObject({
    /** The programme to try; the shop's saved draft when not given. */
    document: programInput.optional(),
    from: instant,
    until: instant,
    /** Of a hundred points that can be spent, how many are assumed to be. */
    redemptionPercent: z.int().min(0).max(100).default(70),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    ...faulty('endsBeforeStart', 'must be after its beginning', { path: ['until'] }),
  });
export type SimulationInput = z.infer<typeof simulationInput>;

/** One month of a replay. */
interface SimulatedMonth {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly issued: number;
  readonly expired: number;
  /** Points owed at the month's end if the assumed part of what was issued has been spent. */
  readonly outstanding: number;
}

/** What a programme would have given. */
export interface SimulatedProgram {
  readonly issued: number;
  readonly expired: number;
  readonly outstanding: number;
  /** What the issued points cost when the assumed part is spent, in the programme's currency. */
  readonly costMinor: number;
  readonly months: readonly SimulatedMonth[];
  /** Shoppers by the tier they would hold at the end; how many rose and fell on the way. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly rises: number;
  readonly falls: number;
}

/** A shopper for whom the draft makes a difference. */
export interface SimulatedDifference {
  readonly shopperId: string | null;
  readonly current: number;
  readonly draft: number;
}

/** The answer of the time machine. */
export interface Simulation {
  readonly orders: number;
  readonly activities: number;
  readonly shoppers: number;
  readonly currency: string;
  readonly current: SimulatedProgram;
  readonly draft: SimulatedProgram;
  readonly gain: readonly SimulatedDifference[];
  readonly lose: readonly SimulatedDifference[];
  /** What a replay cannot know and leaves out. */
  readonly leavesOut: readonly string[];
  /** Segments that go by the shop's figures: what those were then is not known, so nobody is in them here. */
  readonly segmentsLeftOut: readonly string[];
  /** Days on which shoppers bought, of all of them together. */
  readonly purchaseDays: number;
  /** By how much what the programme returns would change, as far as the figures can tell. */
  readonly expectedReturn: SimulatedReturn;
}

/** What a draft does to the return: silent, with the reason, where the figures say too little. */
export interface SimulatedReturn {
  readonly ahead: ReturnAhead;
  readonly behind: ReturnBehind;
}

/** Why nothing is said of a replay: nothing was bought in it, or its costs are in another currency. */
type ReplayReason = 'nothingReplayed' | 'otherCurrency' | 'notTaken';

/** The next 52 weeks, if people buy as they are expected to (E78) whatever the programme gives. */
export interface ReturnAhead {
  readonly reason: ReplayReason | ForecastReason | 'missed' | null;
  /** Purchase days that are expected; the interval is of the parameters alone. */
  readonly purchases: Estimate;
  /** Less than nothing where the draft costs more. */
  readonly changeMinor: Estimate;
  /** By what part more people would have to buy for a dearer draft to return as much; null where no margin is known. */
  readonly paysFromMore: number | null;
}

/** The quarter that was measured last (E81): what the programme returned, and with the draft's costs. */
export interface ReturnBehind {
  readonly reason: ReplayReason | Exclude<EffectState, 'done'> | 'noMargin' | null;
  readonly period: string | null;
  readonly netMinor: Estimate;
  readonly draftNetMinor: Estimate;
}

/** How far a replay is; lines of `application/x-ndjson` before the result. */
export interface SimulationProgress {
  readonly done: number;
  readonly total: number;
}
