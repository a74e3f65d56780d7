import type { BoughtLine, LedgerRow } from '@okaeri/shared/ledger';
import { formatShopDay, formatShopEnd } from '../app/shop-days.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatMoney } from '../lib/format.ts';
import { changedLines, isRefundUndone } from './ledger-rules.ts';

/** What a row is called; null for what an order earned, which is called by its number. */
export const titleOf = (row: LedgerRow, older: readonly LedgerRow[]): string | null => {
  const w = messages();
  const { by, label } = row;
  switch (row.kind) {
    case 'mature':
      return w.ledger.matured;
    case 'clawback':
      return withLines(row, older, w.ledger.refund, w.ledger.refundPlain);
    case 'redeem':
      return w.ledger.reward(label);
    case 'release':
      return w.ledger.returned(label);
    case 'expire':
      return w.ledger.expired;
    case 'adjust':
      return by === null ? w.ledger.adjusted : w.ledger.adjustedBy(by);
    case 'merge':
      return w.ledger.merged;
    case 'earn':
    default:
      break;
  }
  if (isRefundUndone(row, older))
    return withLines(row, older, w.ledger.refundUndone, w.ledger.refundUndonePlain);
  if (row.source?.kind === 'order') return null;
  return row.source?.kind === 'signup' ? w.transactions.sources.signup : label;
};

/** What is to be said below: how it was calculated, why, and when its points come and go. */
export const linesOf = (row: LedgerRow): readonly string[] => {
  const w = messages();
  const { receipt, matureAt, expireAt, note, reason } = row;
  const dates = [
    row.kind === 'earn' && row.state === 'pending' && matureAt !== null
      ? w.ledger.availableOn(formatShopDay(matureAt))
      : null,
    row.kind === 'mature' && expireAt !== null ? w.ledger.until(formatShopEnd(expireAt)) : null,
  ];
  const how =
    row.kind === 'earn' && receipt?.rate != null
      ? `${formatMoney(receipt.basisMinor, receipt.currency)} × ${w.transactions.rateText(
          receipt.rate.points,
          formatMoney(receipt.rate.amountMinor, receipt.currency),
        )}`
      : null;
  const none =
    receipt?.reason == null || row.kind === 'mature'
      ? null
      : w.transactions.reasons[receipt.reason];
  const first = w.ledger.joined([how, ...dates].filter((text) => text !== null));
  return [
    first,
    row.kind === 'adjust' && reason !== null && reason !== '' ? reasonOf(reason) : '',
    note === null ? '' : w.ledger.note(note),
    none ?? '',
  ].filter((text) => text !== '');
};

/** What a product is called here. */
export const productName = ({ product, productId }: BoughtLine): string => {
  const title = product?.title ?? {};
  return title[language.value] ?? title['en'] ?? Object.values(title)[0] ?? productId;
};

function withLines(
  row: LedgerRow,
  older: readonly LedgerRow[],
  said: (what: string) => string,
  plain: string,
): string {
  const w = messages().ledger;
  const lines = changedLines(row, older).map(({ line, isWhole }) =>
    isWhole ? w.piece(line.quantity, productName(line)) : productName(line),
  );
  return lines.length === 0 ? plain : said(lines.join(', '));
}

/** Why points were given by hand: those of a case have a word of ours. */
function reasonOf(reason: string): string {
  const w = messages().ledger;
  return reason === 'recovery' ? w.recovery : w.quoted(reason);
}
