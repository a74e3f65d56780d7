import type { MailEventsAnswer } from '@okaeri/shared/contacts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { noteMailEvents } from './note-mail-events.ts';
import { readReport, type ReportFault } from './read-report.ts';

/** Takes a report about one message as it came from a mail server, or says why it is none (E115). */
export const noteReport = async (
  deps: Deps,
  shop: ShopRow,
  raw: Uint8Array,
): Promise<MailEventsAnswer | ReportFault> => {
  const report = await readReport(raw);
  if (typeof report === 'string') return report;
  return noteMailEvents(deps, shop, [{ ...report, at: isoOf(nowOf(deps, shop)) }]);
};
