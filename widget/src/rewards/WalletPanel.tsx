import type { JSX } from 'preact';
import { useEffect, useMemo } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { createHistoryModel } from '../app/history-model.ts';
import { Notice } from '../ui/Notice.tsx';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import { CodeCard } from './CodeCard.tsx';
import { rewardsOf } from './rewards-model.ts';

/** Codes that were used, as the newest page of the history knows them. */
const Used = ({ model }: { model: AppModel }): JSX.Element | null => {
  const history = useMemo(() => createHistoryModel(model), [model]);
  useEffect(() => void history.load(), [history]);
  const used = history.state.value.items.filter(
    ({ kind, state }) => kind === 'redeem' && state === 'spent',
  );
  if (used.length === 0) return null;
  return (
    <section>
      <h4 class="section">{model.words.say('used')}</h4>
      <ul class="list">
        {used.map((row) => (
          <li key={row.id} class="card row">
            <span class="row-title">{row.label}</span>
            <span class="quiet-text">{model.words.day(row.effectiveAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The codes in hand, and those that were used. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const rewards = rewardsOf(model);
  const vouchers = model.state.value.me?.vouchers ?? [];
  return (
    <>
      {rewards.undone.value !== null && (
        <StatusMessage look="card step" text={rewards.undone.value} />
      )}
      {vouchers.length === 0 && (
        <Notice
          text={model.words.say('noCodes')}
          action={model.words.say('tabRewards')}
          onAction={() => {
            model.page.value = 'rewards';
          }}
        />
      )}
      {vouchers.map((redemption) => (
        <CodeCard
          key={redemption.id}
          model={model}
          rewards={rewards}
          redemption={redemption}
          fresh={false}
        />
      ))}
      <Used model={model} />
    </>
  );
};
