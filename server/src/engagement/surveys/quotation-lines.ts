import type { QuotationAsked } from '@okaeri/shared/quotations';
import { isoOf } from '../../platform/lib/clock.ts';
import type { QuotationRow } from './quotation-tables.ts';

/** What was asked to quote, as merchants read it. */
export const toAsked = (row: QuotationRow): QuotationAsked => {
  const { id, themeId, questionId, text, state, name, askedAt, endsAt, decidedAt } = row;
  const at = { askedAt: isoOf(askedAt), endsAt: isoOf(endsAt) };
  const decided = decidedAt === null ? null : isoOf(decidedAt);
  return { id, themeId, questionId, text, state, name, ...at, decidedAt: decided };
};
