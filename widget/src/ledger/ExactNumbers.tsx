import type { JSX } from 'preact';
import type { BoughtLine, ListedTransaction, Receipt } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';
import type { HistoryWords } from './history-words.ts';
import { keyOf } from './say-thing.ts';
import type { Thing } from './thing-rules.ts';

interface Props {
  readonly model: AppModel;
  readonly words: HistoryWords;
}
type Fact = readonly [label: string, value: string] | false | null;

const ruleFacts = ({ model }: Props, receipt: Receipt): readonly Fact[] => {
  const { count, day, money, points, say } = model.words;
  const { cap, rate, rounding, currency, multiplier } = receipt;
  const campaign = model.campaignName(receipt.campaignId);
  const each = rate && { points: points(rate.points), money: money(rate.amountMinor, currency) };
  return [
    rate && [say('receiptBasis'), money(receipt.basisMinor, currency)],
    each && [say('receiptRate'), say(rate.wholeSteps ? 'rateWhole' : 'receiptRateValue', each)],
    rate && rounding && [say('receiptRounding'), say(keyOf('rounding', rounding))],
    multiplier !== '1' && [say('receiptMultiplier'), `×${multiplier}`],
    campaign !== null && [say('receiptCampaign'), campaign],
    cap && [
      say('receiptCap'),
      say('receiptCapValue', { awarded: count(receipt.awarded), desired: points(receipt.desired) }),
    ],
    cap?.until != null && [say('receiptUntil'), day(cap.until)],
    !rate && receipt.awarded > 0 && [say('receiptRate'), say('receiptFixed')],
    [say('receiptRule'), say('receiptVersion', { version: receipt.programVersion })],
  ];
};

/** What a line of an order is called, as far as anybody has said it. */
const nameOf = ({ model }: Props, bought: readonly BoughtLine[], lineId: string): string =>
  model.words.localize(
    bought.find((one) => one.lineId === lineId)?.product?.title ?? { und: lineId },
  );

const lineFacts = (props: Props, row: ListedTransaction): readonly Fact[] => {
  const { count, say } = props.model.words;
  return (row.receipt?.lines ?? []).map(({ lineId, kept, share }) => [
    lineId === null ? say('shipping') : nameOf(props, row.bought, lineId),
    kept === share ? count(kept) : say('partOf', { part: count(kept), whole: count(share) }),
  ]);
};

/** Everything the ledger keeps of one movement. */
const Movement = ({ row, ...props }: Props & { row: ListedTransaction }): JSX.Element => {
  const { day, end, points, say } = props.model.words;
  const facts: readonly Fact[] = [
    ...(row.receipt ? ruleFacts(props, row.receipt) : []),
    ...lineFacts(props, row),
    row.matureAt !== null && [say('receiptMatures'), day(row.matureAt)],
    row.expireAt !== null && [say('receiptExpires'), end(row.expireAt)],
    [say('receiptBalance'), points(row.balanceAfter.available)],
    [say('receiptId'), row.id],
  ];
  return (
    <section>
      <h4 class="row">
        <span>{day(row.effectiveAt)}</span>
        <span dir="ltr">{props.words.signed(row.points)}</span>
      </h4>
      <dl>
        {facts.map(
          (fact) =>
            fact && (
              <div class="row">
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
};

/** How the points of each movement came about. */
export const ExactNumbers = ({ thing, ...props }: Props & { thing: Thing }): JSX.Element => {
  const { source } = thing.rows[0];
  return (
    <>
      {source?.kind === 'order' && <p>{props.model.words.say('kindOrder', { id: source.id })}</p>}
      <div class="list">
        {thing.rows.map((row) => (
          <Movement key={row.id} {...props} row={row} />
        ))}
      </div>
    </>
  );
};
