import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from '../ui/panel-icons.tsx';

interface Props {
  readonly model: AppModel;
}
type RuleProps = Props & { readonly rule: EarningRule };

const EVENTS = {
  paid: 'eventPaid',
  fulfilled: 'eventFulfilled',
  delivered: 'eventDelivered',
} as const;

type ActName = Exclude<EarningRule['on'], 'order'>;

/** The text that says what an act is called: each kind of rule has one, or this does not compile. */
const actKey = (on: ActName): `act${Capitalize<ActName>}` =>
  // What the type says letter by letter.
  `act${on[0]?.toUpperCase()}${on.slice(1)}` as `act${Capitalize<ActName>}`;

/** What a rule is called: its own name, else what its act is called. */
const nameOf = ({ model, rule }: RuleProps): string => {
  if (rule.name !== undefined) return model.words.localize(rule.name);
  return rule.on === 'order' ? '' : model.words.say(actKey(rule.on));
};

/** A link to where the act is done; coming there is what is claimed. */
const Go = (props: RuleProps & { url: string }): JSX.Element => {
  const { model, rule, url } = props;
  const { say } = model.words;
  const busy = useSignal(false);
  const go = async (): Promise<void> => {
    // Opened first: a browser allows it only while the tap is being answered.
    window.open(url, '_blank', 'noopener');
    busy.value = true;
    try {
      await (await model.client()).claim(rule.id);
      await model.session.refresh();
    } catch {
      model.announcement.value = say('failed');
    }
    busy.value = false;
  };
  return (
    <Button
      quiet
      busy={busy.value}
      label={say('actGoNamed', { act: nameOf(props) })}
      onClick={() => void go()}
    >
      {say('actGo')}
    </Button>
  );
};

const Act = (props: RuleProps): JSX.Element => {
  const { model, rule } = props;
  const { say, day, points } = model.words;
  const { me } = model.state.value;
  const limit = me?.earning.find(({ ruleId }) => ruleId === rule.id)?.limit;
  const done = limit?.kind === 'limitReachedForever';
  const open = me !== null && !done && limit?.kind !== 'limitReachedUntil';
  const { fixed } = rule.points;
  return (
    <li class="card row" part="rule">
      <div>
        <h4>{nameOf(props)}</h4>
        {fixed !== undefined && (
          <p class={done ? 'badge done' : 'badge'}>
            {done && <CheckIcon />}
            {done ? say('done') : say('plusPoints', { points: points(fixed) })}
          </p>
        )}
        {limit?.kind === 'limitReachedUntil' && (
          <p class="quiet-text">{say('limitUntil', { day: day(limit.at) })}</p>
        )}
      </div>
      {open && (rule.on === 'share' || rule.on === 'follow') && <Go {...props} url={rule.url} />}
    </li>
  );
};

const Order = (props: RuleProps & { rule: EarningRule & { on: 'order' } }): JSX.Element => {
  const { model, rule } = props;
  const { say, points, money } = model.words;
  const { per, fixed } = rule.points;
  const name = nameOf(props);
  const event = say(EVENTS[rule.hold.from]);
  const { days } = rule.hold;
  const lines = per
    ? Object.entries(per).map(([currency, rate]) =>
        say(rate.wholeSteps ? 'rateWhole' : 'earnOrder', {
          points: points(rate.points),
          money: money(rate.amountMinor, currency),
        }),
      )
    : [say('earnFixed', { points: points(fixed ?? 0) })];
  return (
    <li class="card" part="rule">
      {name !== '' && <p class="quiet-text">{name}</p>}
      {lines.map((line) => (
        <h4 key={line}>{line}</h4>
      ))}
      <p class="quiet-text">
        {days === 0 ? say('holdNone', { event }) : say('hold', { count: days, event })}
      </p>
    </li>
  );
};

const Rule = (props: RuleProps): JSX.Element => {
  const { rule } = props;
  return rule.on === 'order' ? <Order {...props} rule={rule} /> : <Act {...props} />;
};

const Campaign = (props: Props & { campaign: PublicProgram['campaigns'][number] }): JSX.Element => {
  const { say, localize, end, points } = props.model.words;
  const { name, until, effect } = props.campaign;
  return (
    <li class="card campaign" part="campaign">
      <h4>{localize(name)}</h4>
      <p class="badge">
        {effect.multiplier === undefined
          ? say('campaignPlus', { points: points(effect.bonus ?? 0) })
          : say('campaignTimes', { factor: effect.multiplier })}
      </p>
      <p class="quiet-text">{say('campaignUntil', { day: end(until) })}</p>
    </li>
  );
};

const expiryOf = ({ model }: Props): string => {
  const { say } = model.words;
  const expiry = model.state.value.program?.expiry;
  switch (expiry?.kind) {
    case 'perLot':
      return say('expiryDays', { count: expiry.days });
    case 'inactivity':
      return say('expiryIdle', { count: expiry.days });
    case 'calendar':
      return say('expiryCalendar');
    default:
      return say('expiryNever');
  }
};

/** How points are earned, what brings more just now, and how long they last. */
export const Panel = ({ model }: Props): JSX.Element => {
  const { program } = model.state.value;
  return (
    <>
      <ul class="list">
        {program?.campaigns.map((campaign) => (
          <Campaign key={campaign.id} model={model} campaign={campaign} />
        ))}
        {program?.earning.map((rule) => (
          <Rule key={rule.id} model={model} rule={rule} />
        ))}
      </ul>
      <p class="quiet-text foot">{expiryOf({ model })}</p>
    </>
  );
};
