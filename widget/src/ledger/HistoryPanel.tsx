import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ListedTransaction } from '@okaeri/shared/ledger';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronIcon } from '../ui/panel-icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { createHistoryModel } from '../app/history-model.ts';
import { keyOf, ReceiptView } from './ReceiptView.tsx';

interface RowProps {
  readonly model: AppModel;
  readonly row: ListedTransaction;
}

const EARNED_BY = {
  signup: 'kindSignup',
  referral: 'kindReferral',
  tier: 'kindTier',
  challenge: 'kindChallenge',
  streak: 'kindChallenge',
  gift: 'kindGift',
} as const;

const earnedBy = ({ model, row }: RowProps): string => {
  const { say } = model.words;
  const campaign = model.campaignName(row.receipt?.campaignId ?? null);
  const { source } = row;
  if (source === null) return say('kindOther');
  if (source.kind === 'order') return campaign ?? say('kindOrder', { id: source.id });
  if (source.kind === 'act') return model.ruleName(row.receipt?.ruleId ?? null) ?? say('kindAct');
  const key = (EARNED_BY as Readonly<Record<string, (typeof EARNED_BY)[keyof typeof EARNED_BY]>>)[
    source.kind
  ];
  return say(key ?? 'kindOther');
};

const titleOf = (props: RowProps): string => {
  const { row, model } = props;
  const { say } = model.words;
  switch (row.kind) {
    case 'earn':
      return earnedBy(props);
    case 'clawback':
      return row.source?.kind === 'order'
        ? say('kindRefund', { id: row.source.id })
        : earnedBy(props);
    case 'merge':
      return say('kindMerge');
    case 'redeem':
      return row.label;
    case 'release':
      return say('kindRelease', { reward: row.label });
    case 'expire':
      return say('kindExpire');
    default:
      return row.reason ?? say('kindOther');
  }
};

const stateOf = ({ model: { words }, row }: RowProps): string => {
  if (row.state !== 'pending') return words.say(keyOf('state', row.state));
  return row.matureAt
    ? words.say('availableFrom', { day: words.day(row.matureAt) })
    : words.say('waitsForDelivery');
};

const signed = (model: AppModel, points: number): string =>
  points > 0 ? `+${model.words.count(points)}` : model.words.count(points).replace('-', '−');

const Row = (props: RowProps): JSX.Element => {
  const { model, row } = props;
  // Receipts are long and seldom asked for: each is drawn when it is.
  const open = useSignal(false);
  const tone = row.points > 0 && row.state !== 'pending' ? 'amount gain' : 'amount';
  return (
    <li>
      <details
        class="card row-card"
        part="transaction"
        onToggle={(event) => {
          open.value = event.currentTarget.open;
        }}
      >
        <summary>
          <span class="row-text">
            <span class="row-title">{titleOf(props)}</span>
            <span class="quiet-text">
              {model.words.day(row.effectiveAt)} · {stateOf(props)}
            </span>
          </span>
          <span class={tone} dir="ltr">
            {signed(model, row.points)}
          </span>
          <ChevronIcon />
        </summary>
        {open.value && <ReceiptView model={model} row={row} />}
      </details>
    </li>
  );
};

/** Every movement of points; each row opens the receipt that says why. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const history = useMemo(() => createHistoryModel(model), [model]);
  const balance = model.state.value.me?.balance;
  // The history is as old as the balance: another balance, another history.
  const stamp = `${balance?.available} ${balance?.pending} ${balance?.held}`;
  useEffect(() => void history.load(), [history, stamp]);
  const { items, nextCursor, status } = history.state.value;
  const { say } = model.words;
  if (items.length === 0 && status === 'loading') return <Notice busy text={say('loading')} />;
  if (items.length === 0 && status === 'ready') return <Notice text={say('noHistory')} />;
  return (
    <>
      <ul class="list">
        {items.map((row) => (
          <Row key={row.id} model={model} row={row} />
        ))}
      </ul>
      {status === 'failed' && (
        <Notice
          text={say('offline')}
          action={say('retry')}
          onAction={() => void (items.length > 0 ? history.more() : history.load())}
        />
      )}
      {nextCursor && status !== 'failed' && (
        <Button quiet busy={status === 'loading'} onClick={() => void history.more()}>
          {say('moreRows')}
        </Button>
      )}
    </>
  );
};
