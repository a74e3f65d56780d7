import type { JSX } from 'preact';
import type { BoughtLine, ListedTransaction, Receipt } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';

type Fact = readonly [label: string, value: string] | false | null;

const Facts = ({ facts }: { facts: readonly Fact[] }): JSX.Element => (
  <dl>
    {facts.map(
      (fact) =>
        fact && (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
    )}
  </dl>
);

interface Props {
  readonly model: AppModel;
}

/** The text for a name: `limitReached` is said by `reasonLimitReached`. */
export const keyOf = <Kind extends string, Name extends string>(kind: Kind, name: Name) =>
  `${kind}${name.charAt(0).toUpperCase()}${name.slice(1)}` as `${Kind}${Capitalize<Name>}`;

const ruleFacts = ({ model }: Props, receipt: Receipt): readonly Fact[] => {
  const { say, count, day, money, points } = model.words;
  const { cap, rate, rounding, currency, multiplier } = receipt;
  const campaign = model.campaignName(receipt.campaignId);
  const rateValue =
    rate &&
    say(rate.wholeSteps ? 'rateWhole' : 'receiptRateValue', {
      points: points(rate.points),
      money: money(rate.amountMinor, currency),
    });
  return [
    rate && [say('receiptBasis'), money(receipt.basisMinor, currency)],
    rateValue !== null && [say('receiptRate'), rateValue],
    rate && rounding && [say('receiptRounding'), say(keyOf('rounding', rounding))],
    multiplier !== '1' && [say('receiptMultiplier'), `×${multiplier}`],
    campaign !== null && [say('receiptCampaign'), campaign],
    cap && [
      say('receiptCap'),
      say('receiptCapValue', { awarded: count(receipt.awarded), desired: points(receipt.desired) }),
    ],
    cap?.until != null && [say('receiptUntil'), day(cap.until)],
    !rate && receipt.awarded > 0 && [say('receiptRate'), say('receiptFixed')],
    [say('receiptTotal'), points(receipt.awarded)],
    [say('receiptRule'), say('receiptVersion', { version: receipt.programVersion })],
  ];
};

/** What a line of an order is called, as far as anybody has said it. */
const nameOf = ({ model }: Props, bought: readonly BoughtLine[], lineId: string): string =>
  model.words.localize(
    bought.find((one) => one.lineId === lineId)?.product?.title ?? { und: lineId },
  );

const Lines = ({
  model,
  receipt,
  bought,
}: Props & { receipt: Receipt; bought: readonly BoughtLine[] }): JSX.Element | null => {
  const { count, say } = model.words;
  if (receipt.lines.length < 2 && receipt.lines.every(({ kept, share }) => kept === share))
    return null;
  return (
    <>
      <p class="quiet-text">{say('receiptLines')}</p>
      <ul class="receipt-lines">
        {receipt.lines.map(({ lineId, kept, share }) => (
          <li key={lineId ?? ''}>
            {say(kept === share ? 'receiptLine' : 'receiptLinePart', {
              id: lineId === null ? say('shipping') : nameOf({ model }, bought, lineId),
              kept: count(kept),
              share: count(share),
            })}
          </li>
        ))}
      </ul>
    </>
  );
};

/** The answer to "why?": how the points of one row came about, in full. */
export const ReceiptView = ({ model, row }: Props & { row: ListedTransaction }): JSX.Element => {
  const { say, day, end, points } = model.words;
  const { receipt } = row;
  return (
    <div class="receipt" part="receipt">
      {receipt?.reason && <p>{say(keyOf('reason', receipt.reason))}</p>}
      {row.reason && <p>{say('kindOther')}</p>}
      {row.kind === 'release' && <p>{say('receiptReturned')}</p>}
      {receipt && <Facts facts={ruleFacts({ model }, receipt)} />}
      {receipt && <Lines model={model} receipt={receipt} bought={row.bought} />}
      <Facts
        facts={[
          row.matureAt !== null && [say('receiptMatures'), day(row.matureAt)],
          row.expireAt !== null && [say('receiptExpires'), end(row.expireAt)],
          [say('receiptBalance'), points(row.balanceAfter.available)],
        ]}
      />
    </div>
  );
};
