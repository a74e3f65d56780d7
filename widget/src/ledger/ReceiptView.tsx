import type { JSX } from 'preact';
import type { Receipt, Transaction } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';
import type { LedgerMessages } from '../i18n/ledger.ts';

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
  readonly labels: LedgerMessages;
}

const ruleFacts = (
  { model, labels: { receipt: labels } }: Props,
  receipt: Receipt,
): readonly Fact[] => {
  const { words } = model;
  const { cap, rate, rounding, currency, multiplier } = receipt;
  const campaign = model.campaignName(receipt.campaignId);
  return [
    rate && [labels.basis, words.money(receipt.basisMinor, currency)],
    rate && [
      labels.rate,
      labels.rateValue(words.points(rate.points), words.money(rate.amountMinor, currency)),
    ],
    rate && rounding && [labels.rounding, labels.roundings[rounding]],
    multiplier !== '1' && [labels.multiplier, `×${multiplier}`],
    campaign !== null && [labels.campaign, campaign],
    cap && [
      labels.cap,
      labels.capValue(words.count(receipt.awarded), words.points(receipt.desired)),
    ],
    cap?.until != null && [labels.until, words.day(cap.until)],
    !rate && receipt.awarded > 0 && [labels.rate, labels.fixed],
    [labels.total, words.points(receipt.awarded)],
    [labels.rule, labels.version(receipt.programVersion)],
  ];
};

const Lines = ({
  model,
  labels: { receipt: labels },
  receipt,
}: Props & { receipt: Receipt }): JSX.Element | null => {
  const { count } = model.words;
  if (receipt.lines.length < 2 && receipt.lines.every(({ kept, share }) => kept === share))
    return null;
  return (
    <>
      <p class="quiet-text">{labels.lines}</p>
      <ul class="receipt-lines">
        {receipt.lines.map((line) => (
          <li key={line.lineId ?? ''}>
            {labels.line(line.lineId ?? labels.shipping, count(line.kept), count(line.share))}
          </li>
        ))}
      </ul>
    </>
  );
};

/** The answer to "why?": how the points of one row came about, in full. */
export const ReceiptView = (props: Props & { row: Transaction }): JSX.Element => {
  const { model, row } = props;
  const { words } = model;
  const { receipt: labels, reasons } = props.labels;
  const { receipt } = row;
  return (
    <div class="receipt" part="receipt">
      {receipt?.reason && <p>{reasons[receipt.reason]}</p>}
      {row.kind === 'release' && <p>{labels.returned}</p>}
      {receipt && <Facts facts={ruleFacts(props, receipt)} />}
      {receipt && <Lines model={model} labels={props.labels} receipt={receipt} />}
      <Facts
        facts={[
          row.matureAt !== null && [labels.matures, words.day(row.matureAt)],
          row.expireAt !== null && [labels.expires, words.day(row.expireAt)],
          [labels.balance, words.points(row.balanceAfter.available)],
        ]}
      />
    </div>
  );
};
