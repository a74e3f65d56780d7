import type { ActRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import { anniversaryIn, startOfMonthDay, yearOf } from '../../platform/lib/calendar.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { ActivityFacts } from './activity-rules.ts';

/** How long after its day an occasion may still be celebrated, should nobody have looked. */
export const OCCASION_LATE_MS = 3 * DAY_MS;

/** What a shopper's row says of occasions. */
export interface AnnualEventDates {
  readonly id: string;
  readonly status: string;
  readonly birthday: string | null;
  readonly birthdaySetAt: number | null;
  readonly enrolledAt: number | null;
  readonly joinedOn: string | null;
  /** Until when occasions were celebrated. */
  readonly occasionsAt: number;
}

/** An occasion that is due: an act that nobody needs to report. */
export interface AnnualEvent {
  readonly id: string;
  readonly facts: ActivityFacts;
}

type OccasionRule = Extract<ActRule, { on: 'birthday' | 'anniversary' }>;

const occasionRules = new WeakMap<ProgramDocument, readonly OccasionRule[]>();

/** The occasions a member has now and has not had: birthdays and anniversaries of joining. */
export const annualEventsOf = (
  celebrant: AnnualEventDates,
  document: ProgramDocument,
  now: number,
): readonly AnnualEvent[] => {
  const rules = rulesOf(document);
  if (celebrant.status !== 'member' || rules.length === 0) return [];
  const by = { now, timeZone: document.timeZone };
  const found = rules.flatMap((rule) => occasionOf(rule, celebrant, by) ?? []);
  return [...new Map(found.map((occasion) => [occasion.id, occasion])).values()];
};

/** The rules on occasions of a programme; programmes never change, so they are looked up once. */
function rulesOf(document: ProgramDocument): readonly OccasionRule[] {
  const known = occasionRules.get(document);
  if (known !== undefined) return known;
  const rules = document.earning.filter(
    (rule): rule is OccasionRule =>
      rule.enabled && (rule.on === 'birthday' || rule.on === 'anniversary'),
  );
  occasionRules.set(document, rules);
  return rules;
}

function occasionOf(
  rule: OccasionRule,
  celebrant: AnnualEventDates,
  by: { now: number; timeZone: string },
): AnnualEvent | undefined {
  const monthDay = rule.on === 'birthday' ? celebrant.birthday : celebrant.joinedOn;
  const due = monthDay === null ? undefined : dueIn(monthDay, celebrant, by);
  if (due === undefined) return undefined;
  // A birthday entered just before itself is worth nothing until next year.
  if (rule.on === 'birthday') {
    const { birthdaySetAt } = celebrant;
    if (birthdaySetAt !== null && birthdaySetAt + rule.noticeDays * DAY_MS > by.now)
      return undefined;
  } else if (due.at - (celebrant.enrolledAt ?? due.at) < DAY_MS * 300) return undefined;
  return {
    id: `${rule.on}:${celebrant.id}:${due.year}`,
    facts: { kind: rule.on, name: null, at: due.at, amountMinor: null, currency: null },
  };
}

function dueIn(
  monthDay: string,
  celebrant: AnnualEventDates,
  by: { now: number; timeZone: string },
): { at: number; year: number } | undefined {
  const thisYear = yearOf(by.now, by.timeZone);
  for (const year of [thisYear, thisYear - 1]) {
    const at = startOfMonthDay(anniversaryIn(monthDay, year), year, by.timeZone);
    if (at <= by.now && at > by.now - OCCASION_LATE_MS && at > celebrant.occasionsAt)
      return { at, year };
  }
  return undefined;
}
