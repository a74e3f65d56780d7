import { caseSettings } from '@okaeri/shared/case-settings';
import type { NewEntry } from '../engagement/cases/case-entry-rules.ts';
import { openedCase } from '../engagement/cases/case-rules.ts';
import type { CaseRow } from '../engagement/cases/tables.ts';
import type { OpenTimes } from '../engagement/cases/working-time-rules.ts';

/** When the case of a test was opened. */
export const NOW = Date.parse('2026-11-23T09:00:00Z');
/** No opening hours are said: every hour is one. */
const times: OpenTimes = { ...caseSettings.parse({}), timeZone: 'UTC' };
/** A moment of that shop. */
export const at = (now: number) => ({ now, times });
/** What its shopper wrote. */
export const cause: NewEntry = {
  by: { kind: 'shopper', name: null },
  kind: 'message',
  note: '  The mug   came\nbroken. ',
  data: {},
};

/** A case that is open, changed. */
export const opened = (change: Partial<CaseRow> = {}): CaseRow => ({
  ...openedCase(
    {
      shopId: 'shop',
      id: 'case',
      shopperId: 'ada',
      orderKey: '',
      severity: 'normal',
      reason: 'help',
      ownerId: 'mei',
    },
    cause,
    at(NOW),
  ).row,
  ...change,
});
