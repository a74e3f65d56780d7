import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Transaction } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';
import type { LedgerMessages } from '../i18n/ledger.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { createHistoryModel } from './history-model.ts';
import { ReceiptView } from './ReceiptView.tsx';

interface RowProps {
  readonly model: AppModel;
  readonly labels: LedgerMessages;
  readonly row: Transaction;
}

const earnedBy = ({ labels, model, row }: RowProps): string => {
  const { kinds } = labels;
  const campaign = model.campaignName(row.receipt?.campaignId ?? null);
  switch (row.source?.kind) {
    case 'order':
      return campaign ?? kinds.order(row.source.id);
    case 'signup':
      return kinds.signup;
    case 'referral':
      return kinds.referral;
    case 'tier':
      return kinds.tier;
    case 'challenge':
    case 'streak':
      return kinds.challenge;
    case 'gift':
      return kinds.gift;
    case 'act':
      return model.ruleName(row.receipt?.ruleId ?? null) ?? kinds.act;
    default:
      return kinds.other;
  }
};

const titleOf = (props: RowProps): string => {
  const { kinds } = props.labels;
  const { row } = props;
  switch (row.kind) {
    case 'earn':
      return earnedBy(props);
    case 'clawback':
      return row.source?.kind === 'order' ? kinds.refund(row.source.id) : earnedBy(props);
    case 'merge':
      return kinds.merge;
    case 'redeem':
      return kinds.redeem(row.label);
    case 'release':
      return kinds.release(row.label);
    case 'expire':
      return kinds.expire;
    default:
      return kinds.other;
  }
};

const stateOf = ({ labels: messages, model: { words }, row }: RowProps): string => {
  if (row.state !== 'pending') return messages.states[row.state];
  return row.matureAt ? messages.availableFrom(words.day(row.matureAt)) : messages.waitsForDelivery;
};

const signed = (model: AppModel, points: number): string =>
  points > 0 ? `+${model.words.count(points)}` : model.words.count(points).replace('-', '−');

const Row = (props: RowProps): JSX.Element => {
  const { labels, model, row } = props;
  const tone = row.points > 0 && row.state !== 'pending' ? 'amount gain' : 'amount';
  return (
    <li>
      <details class="card row-card" part="transaction">
        <summary>
          <span class="row-text">
            <span class="row-title">{titleOf(props)}</span>
            <span class="quiet-text">
              {model.words.day(row.effectiveAt)} · {stateOf(props)}
            </span>
          </span>
          <span class={tone}>{signed(model, row.points)}</span>
          <ChevronIcon />
        </summary>
        <ReceiptView model={model} labels={labels} row={row} />
      </details>
    </li>
  );
};

/** Every movement of points; each row opens the receipt that says why. */
export const HistoryPanel = ({
  model,
  labels,
}: {
  model: AppModel;
  labels: LedgerMessages;
}): JSX.Element => {
  const history = useMemo(() => createHistoryModel(model), [model]);
  const balance = model.state.value.me?.balance;
  // The history is as old as the balance: another balance, another history.
  const stamp = `${balance?.available} ${balance?.pending} ${balance?.held}`;
  useEffect(() => void history.load(), [history, stamp]);
  const { items, nextCursor, status } = history.state.value;
  const { messages } = model;
  if (items.length === 0 && status === 'loading') return <Notice busy text={messages.loading} />;
  if (items.length === 0 && status === 'ready') return <Notice text={labels.noHistory} />;
  return (
    <>
      <ul class="list">
        {items.map((row) => (
          <Row key={row.id} model={model} labels={labels} row={row} />
        ))}
      </ul>
      {status === 'failed' && (
        <Notice
          text={messages.offline}
          action={messages.retry}
          onAction={() => void (items.length > 0 ? history.more() : history.load())}
        />
      )}
      {nextCursor && status !== 'failed' && (
        <Button quiet busy={status === 'loading'} onClick={() => void history.more()}>
          {labels.more}
        </Button>
      )}
    </>
  );
};
