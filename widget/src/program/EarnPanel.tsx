import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import type { AppModel } from '../app/model.ts';
import type { EarnMessages } from '../i18n/earn.ts';
import { CheckIcon } from '../ui/icons.tsx';

interface Props {
  readonly model: AppModel;
  readonly labels: EarnMessages;
}

type RuleProps = Props & { readonly rule: EarningRule };

/** What a rule is called: its own name, else what its act is called. */
const nameOf = ({ model, labels, rule }: RuleProps): string => {
  if (rule.name !== undefined) return model.words.localize(rule.name);
  return rule.on === 'order' ? '' : labels.acts[rule.on];
};

const Act = (props: RuleProps): JSX.Element => {
  const { model, labels, rule } = props;
  const { words, state } = model;
  const limit = state.value.me?.earning.find(({ ruleId }) => ruleId === rule.id)?.limit;
  const done = limit?.kind === 'limitReachedForever';
  const { fixed } = rule.points;
  return (
    <li class="card row">
      <div>
        <h3>{nameOf(props)}</h3>
        {limit?.kind === 'limitReachedUntil' && (
          <p class="quiet-text">{labels.limitUntil(words.day(limit.at))}</p>
        )}
      </div>
      {fixed !== undefined && (
        <p class={done ? 'badge done' : 'badge'}>
          {done && <CheckIcon />}
          {done ? labels.done : labels.perPoints(words.points(fixed))}
        </p>
      )}
    </li>
  );
};

const Rule = (props: RuleProps): JSX.Element => {
  const { model, labels, rule } = props;
  const { words } = model;
  if (rule.on !== 'order' || rule.points.per === undefined) return <Act {...props} />;
  const { per } = rule.points;
  const name = nameOf(props);
  return (
    <>
      {Object.entries(per).map(([currency, rate]) => (
        <li key={currency} class="card">
          {name !== '' && <p class="quiet-text">{name}</p>}
          <h3>
            {labels.earnOrder(words.points(rate.points), words.money(rate.amountMinor, currency))}
          </h3>
          <p class="quiet-text">{labels.earnOrderHold(rule.hold.days, rule.hold.from)}</p>
        </li>
      ))}
    </>
  );
};

const expiryOf = ({ model, labels }: Props): string => {
  const expiry = model.state.value.program?.expiry;
  switch (expiry?.kind) {
    case 'perLot':
      return labels.expiryDays(expiry.days);
    case 'inactivity':
      return labels.expiryIdle(expiry.days);
    case 'calendar':
      return labels.expiryCalendar;
    default:
      return labels.expiryNever;
  }
};

/** How points are earned, and how long they last. */
export const EarnPanel = (props: Props): JSX.Element => (
  <>
    <ul class="list">
      {props.model.state.value.program?.earning.map((rule) => (
        <Rule key={rule.id} {...props} rule={rule} />
      ))}
    </ul>
    <p class="quiet-text foot">{expiryOf(props)}</p>
  </>
);
