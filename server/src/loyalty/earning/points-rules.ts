import type { OwnExpiry } from '@okaeri/shared/conditions';
import type { Points, Rate, Rounding } from '@okaeri/shared/earning';
import { LIMITS } from '@okaeri/shared/limits';
import type { ProgramDocument } from '@okaeri/shared/program';
import { endOfNext } from '../../platform/lib/calendar.ts';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { decimalFraction } from '../../platform/lib/currency.ts';
import {
  ceilOf,
  floorOf,
  floorPortion,
  portion,
  roundOf,
  type Fraction,
} from '../../platform/lib/fractions.ts';

/** A source would earn more points than can be counted. */
export class PointsOutOfRangeError extends Error {
  override readonly name = 'PointsOutOfRangeError';
}

const ROUND: Readonly<Record<Rounding, (value: Fraction) => number>> = {
  floor: floorOf,
  round: roundOf,
  ceil: ceilOf,
};

/** The rate a rule has for a currency, null where its points are fixed, undefined where it has none. */
export const rateOf = (points: Points, currency: string): Rate | null | undefined =>
  points.per === undefined ? null : points.per[currency];

/**
 * round(basis × rate × factors), or the fixed points times the factors (semantics,
 * rule 3). Everything before the one rounding is exact.
 *
 * @throws PointsOutOfRangeError when the points cannot be counted
 */
export const pointsOf = (
  input: { fixed: number | undefined; rate: Rate | null; basisMinor: number; rounding: Rounding },
  factors: readonly string[],
): number => {
  const { fixed, rate, basisMinor } = input;
  const plain = rate === null ? portion(fixed ?? 0, 1, 1) : byRate(rate, basisMinor);
  const whole = ROUND[input.rounding](factors.reduce(times, plain));
  if (whole > LIMITS.pointsMax)
    throw new PointsOutOfRangeError(`One source can earn at most ${LIMITS.pointsMax} points.`);
  return whole;
};

/** The product of decimal factors, as decimal text. */
export const productOf = (factors: readonly string[]): string => {
  const product = factors.reduce(times, { numerator: 1n, denominator: 1n });
  const digits = String(product.denominator).length - 1;
  const text = String(product.numerator).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

/** When points expire that can be spent from `matureAt` on. */
export interface Expiry {
  readonly expireAt: number;
  readonly idleDays: number;
  readonly limited: boolean;
}

/** The expiry of points: a rule's own makes them limited-time points, else the programme's. */
export const expiryOf = (
  document: ProgramDocument,
  own: OwnExpiry | null,
  matureAt: number,
): Expiry => {
  if (matureAt >= NEVER_AT) return { expireAt: NEVER_AT, idleDays: 0, limited: own !== null };
  if (own === null) return programExpiry(document, matureAt);
  const expireAt = own.kind === 'perLot' ? matureAt + own.days * DAY_MS : Date.parse(own.at);
  return { expireAt, idleDays: 0, limited: true };
};

/** What a rate gives for a basis, before any factor: in proportion, or for its whole steps alone. */
function byRate({ amountMinor, points, wholeSteps }: Rate, basisMinor: number): Fraction {
  return wholeSteps === true
    ? portion(floorPortion(basisMinor, 1, amountMinor), points, 1)
    : portion(basisMinor, points, amountMinor);
}

function times(value: Fraction, factor: string): Fraction {
  if (factor === '1') return value;
  const by = decimalFraction(factor);
  return {
    numerator: value.numerator * by.numerator,
    denominator: value.denominator * by.denominator,
  };
}

function programExpiry(document: ProgramDocument, matureAt: number): Expiry {
  const { expiry } = document;
  const normal = { expireAt: NEVER_AT, idleDays: 0, limited: false };
  switch (expiry.kind) {
    case 'perLot':
      return { ...normal, expireAt: matureAt + expiry.days * DAY_MS };
    case 'inactivity':
      return { ...normal, idleDays: expiry.days };
    case 'calendar': {
      const from = matureAt + expiry.minimumDays * DAY_MS;
      return { ...normal, expireAt: endOfNext(expiry.on, from, document.timeZone) };
    }
    default:
      return normal;
  }
}
