import { IANAZone } from 'luxon';
import type { SurveyDefinition, SurveyTrigger } from '@okaeri/shared/surveys';
import { LIMITS } from '@okaeri/shared/limits';
import { dayOf, monthsPeriodOf } from '../../platform/lib/calendar.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../platform/lib/clock.ts';
import { instantAt } from '../../platform/lib/local-time-rules.ts';

/** A wave that is to be open. */
export interface PlannedWave {
  readonly key: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/**
 * The wave of many that is to be open at a time; null where none is. One by the calendar opens when its period begins,
 * or later, when the survey was started or resumed in it (E32).
 */
export const waveAt = (
  { trigger, openDays }: Pick<SurveyDefinition, 'trigger' | 'openDays'>,
  now: number,
  timeZone: string,
): PlannedWave | null => {
  if (trigger.kind === 'relational')
    return {
      key: periodKey(trigger.every, now, timeZone),
      opensAt: now,
      closesAt: daysLater(now, openDays, timeZone),
    };
  if (trigger.kind !== 'dates') return null;
  const [opensAt, closesAt] = [Date.parse(trigger.opensAt), Date.parse(trigger.closesAt)];
  if (now < opensAt || now >= closesAt) return null;
  return { key: dayName(dayOf(opensAt, timeZone)), opensAt, closesAt };
};

/** The wave of one order or case: due some days after it was settled, and open from then on. */
export const waveOf = (
  subject: string,
  settledAt: number,
  asked: { afterDays: number; openDays: number; timeZone: string },
): PlannedWave => {
  const opensAt = daysLater(settledAt, asked.afterDays, asked.timeZone);
  return { key: subject, opensAt, closesAt: daysLater(opensAt, asked.openDays, asked.timeZone) };
};

/** What a draw is salted with; the bucket of a shopper below the share is asked (E32). */
export const saltOf = (surveyId: string, wave: string): string => `wave:${surveyId}-${wave}`;

/**
 * When somebody is asked by e-mail, if no page has asked them: some days after the wave has opened, those of many on
 * different days of it, so that they are never all at once (E118). Null where the wave is over by then.
 *
 * @param place where the shopper lies between 0 and 1
 */
export const mailAtOf = (
  wave: PlannedWave,
  asked: { mailAfterDays: number | null; timeZone: string; isOfMany: boolean; place: number },
): number | null => {
  const { mailAfterDays, timeZone, isOfMany, place } = asked;
  if (mailAfterDays === null) return null;
  const first = daysLater(wave.opensAt, mailAfterDays, timeZone);
  if (first >= wave.closesAt) return null;
  if (!isOfMany) return first;
  const days = Math.max(1, Math.floor((wave.closesAt - first) / DAY_MS));
  return daysLater(first, Math.floor(place * days), timeZone);
};

/** The end of a wave, for those who opened its form before: not later than the survey's own end. */
export const closesAtOf = (
  wave: { readonly closesAt: number },
  survey: { readonly endedAt: number | null },
): number => Math.min(wave.closesAt, survey.endedAt ?? wave.closesAt);

/** Until when a form may be sent that was open in time (E37). */
export const GRACE_MS = LIMITS.surveyGraceHours * HOUR_MS;

/**
 * Whether answers may still be sent or changed: while the wave is open, or 24 hours longer for forms that were open.
 * Forms are opened in time or not at all.
 */
export const isTaken = (
  { closesAt, openedAt }: { readonly closesAt: number; readonly openedAt: number | null },
  now: number,
): boolean => now < closesAt || (openedAt !== null && now < closesAt + GRACE_MS);

/** The same local time so many days later (E4). */
export const daysLater = (at: number, days: number, timeZone: string): number => {
  const wallMs = at + IANAZone.create(timeZone).offset(at) * MINUTE_MS;
  const day = Math.floor(wallMs / DAY_MS);
  const minutes = Math.floor((wallMs - day * DAY_MS) / MINUTE_MS);
  return instantAt(day + days, minutes, timeZone) + (wallMs % MINUTE_MS);
};

function periodKey(
  every: Extract<SurveyTrigger, { kind: 'relational' }>['every'],
  at: number,
  timeZone: string,
): string {
  const months = MONTHS[every];
  const first = new Date(monthsPeriodOf(dayOf(at, timeZone), months, 1) * DAY_MS);
  const year = String(first.getUTCFullYear());
  const number = first.getUTCMonth() / months + 1;
  switch (every) {
    case 'month':
      return `${year}-${String(number).padStart(2, '0')}`;
    case 'quarter':
      return `${year}Q${number}`;
    case 'half':
      return `${year}H${number}`;
    default:
      return year;
  }
}

function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
