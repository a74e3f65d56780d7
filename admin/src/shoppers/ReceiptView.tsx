import type { JSX } from 'preact';
import type { Receipt } from '@okaeri/shared/ledger';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
import { formatShopDay } from '../app/shop-days.ts';

type Row = readonly [label: string, value: string];

/** How points came about: what is needed to compute them again by hand. */
export const ReceiptView = ({ of }: { of: Receipt }): JSX.Element => {
  const w = messages().transactions;
  return (
    <details class="receipt">
      <summary>{messages().shopper.why}</summary>
      <dl class="facts-list small">
        {rowsOf(of).map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {of.lines.length > 0 && (
          <>
            <dt>{w.lines}</dt>
            <dd>
              {of.lines.map(({ lineId, basisMinor, kept, share }) => (
                <p key={lineId ?? ''}>
                  {lineId ?? w.shipping}: {formatMoney(basisMinor, of.currency)} →{' '}
                  {w.kept(kept, share)}
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
    </details>
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
