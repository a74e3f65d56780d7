import type { Case } from '@okaeri/shared/cases';
import { shopZone } from '../app/shop-zone.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatDayIn, formatTimeIn } from '../lib/format.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** How a case stands with its time, in a few words. */
export const dueText = (of: Case, now: number): string => {
  const w = messages().cases;
  if (of.state === 'resolved' && of.followUpAt !== null)
    return w.asksAt(formatDayIn(of.followUpAt, shopZone()));
  const due = Date.parse(of.dueAt);
  if (of.state === 'open') {
    if (of.overdue) return w.overdueBy(formatSpan(now - due));
    return due - now < DAY_MS
      ? w.dueIn(formatSpan(due - now))
      : w.dueAt(formatTimeIn(of.dueAt, shopZone()));
  }
  return w.states[of.state];
};

/** Whether that is bad news: what waits for the shopper is answered, however late it was. */
export const isLate = ({ state, overdue }: Pick<Case, 'state' | 'overdue'>): boolean =>
  state === 'open' && overdue;

/** `3 h 20 min`, `2 days`: time as one says it. */
export const formatSpan = (ms: number): string => {
  if (ms >= 2 * DAY_MS) return unitsOf(Math.floor(ms / DAY_MS), 'day');
  const whole = Math.max(1, Math.round(ms / MINUTE_MS));
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return unitsOf(minutes, 'minute');
  return minutes === 0
    ? unitsOf(hours, 'hour')
    : `${unitsOf(hours, 'hour')} ${unitsOf(minutes, 'minute')}`;
};

/** The first letters of a name, of two words at most. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => /./u.exec(word)?.[0].toUpperCase() ?? '')
    .join('');

function unitsOf(count: number, unit: 'day' | 'hour' | 'minute'): string {
  const unitDisplay = unit === 'day' ? 'long' : 'short';
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay }).format(count);
}
