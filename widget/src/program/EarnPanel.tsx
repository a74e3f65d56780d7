import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { NextIcon } from '../ui/icons.tsx';
import { ActRow } from './ActRow.tsx';
import { EarnLine, StillRow } from './EarnLine.tsx';
import { rowsOf, type EarnRow } from './earn-rules.ts';

interface Props {
  readonly model: AppModel;
}
type Campaign = PublicProgram['campaigns'][number];

const EVENTS = {
  paid: 'eventPaid',
  fulfilled: 'eventFulfilled',
  delivered: 'eventDelivered',
} as const;

/** What orders earn, in a sentence, and when that is the shopper's. */
const OrderRow = (props: Props & { rule: EarningRule & { on: 'order' } }): JSX.Element => {
  const { say, points, money, localize } = props.model.words;
  const { name, points: gain, hold } = props.rule;
  const rates = Object.entries(gain.per ?? {}).map(([currency, rate]) =>
    say(rate.wholeSteps ? 'rateWhole' : 'earnOrder', {
      points: points(rate.points),
      money: money(rate.amountMinor, currency),
    }),
  );
  const lines =
    gain.fixed === undefined ? rates : [say('earnFixed', { points: points(gain.fixed) })];
  const [title = '', ...others] = name === undefined ? lines : [localize(name), ...lines];
  const event = say(EVENTS[hold.from]);
  const when =
    hold.days === 0 ? say('holdNone', { event }) : say('hold', { count: hold.days, event });
  return <StillRow icon="bag" title={title} hints={[...others, when]} part="rule" />;
};

/** What a campaign gives, and its days. */
const campaignTexts = ({ model }: Props, { from, until, effect }: Campaign) => {
  const { say, end, day, points } = model.words;
  const isToCome = Date.parse(from) > Date.now();
  return {
    days: isToCome
      ? say('campaignFrom', { day: day(from) })
      : say('campaignUntil', { day: end(until) }),
    gain:
      effect.multiplier === undefined
        ? say('campaignPlus', { points: points(effect.bonus ?? 0) })
        : say('campaignTimes', { factor: effect.multiplier }),
  };
};

const CampaignRow = (props: Props & { campaign: Campaign }): JSX.Element => {
  const { days, gain } = campaignTexts(props, props.campaign);
  const title = props.model.words.localize(props.campaign.name);
  return <StillRow icon="sun" title={title} hints={[gain, days]} part="campaign" />;
};

/** What the next tier would add to each order. */
const TierRow = ({ model }: Props): JSX.Element | null => {
  const { say, metric } = model.words;
  const { program, me } = model.state.value;
  const next = me?.tier?.next;
  const of = (id: string | undefined) => program?.tiers.find((tier) => tier.id === id)?.multiplier;
  const factor = of(next?.id);
  if (!me?.tier || !next || !factor || Number(factor) <= Number(of(me.tier.id))) return null;
  const tier = model.tierName(next.id);
  const hint = say('tierNext', { missing: metric(me.tier.metric, next.missing), tier });
  return (
    <li>
      <button
        class="link-row"
        onClick={() => {
          model.page.value = 'tiers';
        }}
      >
        <EarnLine icon="sprout" title={say('tierMore', { tier, factor })} hints={[hint]} />
        <NextIcon />
      </button>
    </li>
  );
};

const Rows = ({ model, rows }: Props & { rows: readonly EarnRow[] }): JSX.Element => (
  <>
    {rows.map((row) =>
      row.rule.on === 'order' ? (
        <OrderRow key={row.rule.id} model={model} rule={row.rule} />
      ) : (
        <ActRow key={row.rule.id} model={model} row={row} />
      ),
    )}
  </>
);

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

/** How points are earned: what can be done at once, what orders bring, and at last what is done. */
export const Panel = ({ model }: Props): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (program === null) return null;
  const { say } = model.words;
  const rows = rowsOf(program, me);
  const group = (name: EarnRow['group']): readonly EarnRow[] =>
    rows.filter((row) => row.group === name);
  const orders = group('orders');
  const section = (title: string, of: EarnRow['group']): JSX.Element | null =>
    group(of).length === 0 ? null : (
      <section class="group">
        <h3>{title}</h3>
        <ul class="list">
          <Rows model={model} rows={group(of)} />
        </ul>
      </section>
    );
  return (
    <>
      {section(say('earnNow'), 'now')}
      {orders.length + program.campaigns.length > 0 && (
        <section class="group">
          <h3>{say('earnOrders')}</h3>
          <ul class="list">
            <Rows model={model} rows={orders.filter(({ rule }) => rule.on === 'order')} />
            {program.campaigns.map((campaign) => (
              <CampaignRow key={campaign.id} model={model} campaign={campaign} />
            ))}
            <TierRow model={model} />
            <Rows model={model} rows={orders.filter(({ rule }) => rule.on !== 'order')} />
          </ul>
        </section>
      )}
      {section(say('earnMore'), 'more')}
      {section(say('done'), 'done')}
      <p class="quiet-text foot">{expiryOf({ model })}</p>
    </>
  );
};
