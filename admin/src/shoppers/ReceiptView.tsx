import type { JSX } from 'preact';
import type { BoughtLine, Receipt } from '@okaeri/shared/ledger';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
import { formatShopDay } from '../app/shop-days.ts';
import { productName } from './ledger-words.ts';

type Row = readonly [label: string, value: string];

/** How points came about: what is needed to compute them again by hand. */
export const ReceiptView = (props: { of: Receipt; bought: readonly BoughtLine[] }): JSX.Element => {
  const { of, bought } = props;
  const w = messages().transactions;
  const named = (lineId: string | null): string => {
    if (lineId === null) return w.shipping;
    const line = bought.find((one) => one.lineId === lineId);
    return line === undefined ? lineId : productName(line);
  };
  return (
    <div class="receipt">
      <dl class="facts-list small">
        {rowsOf(of).map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {of.lines.map(({ lineId, basisMinor, kept, share }) => (
          <>
            <dt>{named(lineId)}</dt>
            <dd>
              {formatMoney(basisMinor, of.currency)} → {w.kept(kept, share)}
            </dd>
          </>
        ))}
      </dl>
    </div>
  );
};

function rowsOf(of: Receipt): Row[] {
  const w = messages().transactions;
  const money = (minor: number): string => formatMoney(minor, of.currency);
  const rows: (Row | false)[] = [
    of.reason !== null && [w.reason, w.reasons[of.reason]],
    of.ruleId !== null && [w.rule, of.ruleId],
    of.campaignId !== null && [w.campaign, of.campaignId],
    [w.version, String(of.programVersion)],
    of.rate !== null && [w.basis, money(of.basisMinor)],
    of.rate !== null && [
      w.rate,
      (of.rate.wholeSteps === true ? w.wholeRateText : w.rateText)(
        of.rate.points,
        money(of.rate.amountMinor),
      ),
    ],
    of.multiplier !== '1' && [w.multiplier, `× ${of.multiplier}`],
    of.desired !== of.awarded && [w.desired, formatCount(of.desired)],
    [w.awarded, formatCount(of.awarded)],
    of.cap !== null && [
      w.cap,
      `${formatCount(of.cap.room)}${of.cap.until === null ? '' : ` · ${formatShopDay(of.cap.until)}`}`,
    ],
  ];
  return rows.filter((row) => row !== false);
}
