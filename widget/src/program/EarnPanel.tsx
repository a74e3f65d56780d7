import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/program';
import type { AppModel } from '../app/model.ts';
import { CheckIcon } from '../ui/icons.tsx';

const Rule = ({ model, rule }: { model: AppModel; rule: EarningRule }): JSX.Element => {
  const { messages, words, state } = model;
  const limit = state.value.me?.earning.find(({ ruleId }) => ruleId === rule.id)?.limit;
  if (rule.on === 'signup') {
    const done = limit?.kind === 'limitReachedForever';
    return (
      <li class="card row">
        <h3>{messages.earnSignup}</h3>
        <p class={done ? 'badge done' : 'badge'}>
          {done && <CheckIcon />}
          {done ? messages.done : messages.perPoints(words.points(rule.points.fixed))}
        </p>
      </li>
    );
  }
  return (
    <>
      {Object.entries(rule.points.per).map(([currency, rate]) => (
        <li key={currency} class="card">
          <h3>
            {messages.earnOrder(words.points(rate.points), words.money(rate.amountMinor, currency))}
          </h3>
          <p class="quiet-text">{messages.earnOrderHold(rule.hold.days, rule.hold.from)}</p>
        </li>
      ))}
    </>
  );
};

/** How points are earned, and how long they last. */
export const EarnPanel = ({ model }: { model: AppModel }): JSX.Element => {
  const { messages, state } = model;
  const { program } = state.value;
  const expiry = program?.expiry;
  return (
    <>
      <ul class="list">
        {program?.earning.map((rule) => (
          <Rule key={rule.id} model={model} rule={rule} />
        ))}
      </ul>
      <p class="quiet-text foot">
        {expiry?.kind === 'perLot' ? messages.expiryDays(expiry.days) : messages.expiryNever}
      </p>
    </>
  );
};
