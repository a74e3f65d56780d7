import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Transaction } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { createHistoryModel } from './history-model.ts';
import { ReceiptView } from './ReceiptView.tsx';

interface RowProps {
  readonly model: AppModel;
  readonly row: Transaction;
}

const titleOf = ({ model, row }: RowProps): string => {
  const { kinds } = model.messages;
  const id = row.source?.id ?? '';
  switch (row.kind) {
    case 'earn':
      return row.source?.kind === 'order' ? kinds.order(id) : kinds.signup;
    case 'clawback':
      return kinds.refund(id);
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

const stateOf = ({ model, row }: RowProps): string => {
  const { messages, words } = model;
  if (row.state !== 'pending') return messages.states[row.state];
  return row.matureAt ? messages.availableFrom(words.day(row.matureAt)) : messages.waitsForDelivery;
};

const signed = (model: AppModel, points: number): string =>
  points > 0 ? `+${model.words.count(points)}` : model.words.count(points).replace('-', '−');

const Row = (props: RowProps): JSX.Element => {
  const { model, row } = props;
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
        <ReceiptView model={model} row={row} />
      </details>
    </li>
  );
};

/** Every movement of points; each row opens the receipt that says why. */
export const HistoryPanel = ({ model }: { model: AppModel }): JSX.Element => {
  const history = useMemo(() => createHistoryModel(model), [model]);
  const balance = model.state.value.me?.balance;
  // The history is as old as the balance: another balance, another history.
  const stamp = `${balance?.available} ${balance?.pending} ${balance?.held}`;
  useEffect(() => void history.load(), [history, stamp]);
  const { items, nextCursor, status } = history.state.value;
  const { messages } = model;
  if (items.length === 0 && status === 'loading') return <Notice busy text={messages.loading} />;
  if (items.length === 0 && status === 'ready') return <Notice text={messages.noHistory} />;
  return (
    <>
      <ul class="list">
        {items.map((row) => (
          <Row key={row.id} model={model} row={row} />
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
          {messages.more}
        </Button>
      )}
    </>
  );
};
