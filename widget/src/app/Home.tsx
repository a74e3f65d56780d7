import type { JSX } from 'preact';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { Icon, NextIcon } from '../ui/icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import type { AppModel } from './model.ts';
import { NextStepCard } from './NextStepCard.tsx';
import { LazyPanel } from './PanelLoader.tsx';
import { factsOf, SUB_PAGES, type SubPageName } from './panels.ts';
import { PAGE_ICONS } from './page-icons.ts';

const CLOCK = 'M12 3.5a8.5 8.5 0 1 0 .01 0zM12 7.5V12l3 2';

interface Props {
  readonly model: AppModel;
}
type MemberProps = Props & { readonly program: PublicProgram; readonly me: Me };

/** What a row says of the page it leads to. */
interface RowFacts {
  /** In place of the title of the page. */
  readonly title?: string;
  readonly hint?: string | undefined;
  readonly meter?: JSX.Element | null;
}

const tierRow = ({ model, me }: MemberProps): RowFacts | null => {
  const { say, metric } = model.words;
  const { tier } = me;
  if (tier === null) return null;
  const hint =
    tier.next === null
      ? say('tierTop')
      : say('tierNext', {
          missing: metric(tier.metric, tier.next.missing),
          tier: model.tierName(tier.next.id),
        });
  return {
    title: model.tierName(tier.id),
    hint,
    meter: tier.next && <Meter value={tier.value} max={tier.next.at} label={hint} />,
  };
};

const goalsRow = ({ model, program, me }: MemberProps): RowFacts | null => {
  const goals = program.challenges.length + program.streaks.length + program.badges.length;
  if (goals === 0) return null;
  const done = me.challenges.filter(({ completed }) => completed > 0).length;
  return { hint: done > 0 ? model.words.say('goalsDone', { count: done }) : undefined };
};

const friendsRow = ({ model, program }: MemberProps): RowFacts | null => {
  const { say, points } = model.words;
  const friends = program.earning.find((rule) => rule.on === 'referral');
  return friends?.on === 'referral'
    ? { hint: say('friendsHint', { points: points(friends.points.fixed) }) }
    : null;
};

/** Pages that have more to say than their title, or are not always there. */
const ROWS: Readonly<Partial<Record<SubPageName, (props: MemberProps) => RowFacts | null>>> = {
  tiers: tierRow,
  goals: goalsRow,
  friends: friendsRow,
};

const Row = (props: MemberProps & { to: SubPageName }): JSX.Element | null => {
  const { model, to } = props;
  const { title } = factsOf(to);
  const icon = PAGE_ICONS[to];
  const row = ROWS[to];
  const facts: RowFacts | null = row ? row(props) : {};
  // A page without an icon has another way in.
  if (facts === null || !icon || !title) return null;
  return (
    <LinkRow
      icon={icon}
      title={facts.title ?? model.words.say(title)}
      hint={facts.hint}
      meter={facts.meter}
      onClick={() => {
        model.page.value = to;
      }}
    />
  );
};

/** A row that leads somewhere. */
const LinkRow = (props: {
  icon: string | undefined;
  title: string;
  hint: string | undefined;
  meter?: JSX.Element | null | undefined;
  onClick: () => void;
}): JSX.Element => (
  <li>
    <button class="link-row" part="link" onClick={props.onClick}>
      <Icon d={props.icon} />
      <span class="row-text">
        <span class="row-title">{props.title}</span>
        {props.hint && <span class="quiet-text">{props.hint}</span>}
        {props.meter}
      </span>
      <NextIcon />
    </button>
  </li>
);

/** What is on the way, and what of it comes next. */
const Pending = ({ model, me }: MemberProps): JSX.Element | null => {
  const { say, points, day } = model.words;
  const { pending, nextPending } = me.balance;
  if (pending <= 0) return null;
  return (
    <ul>
      <LinkRow
        icon={CLOCK}
        title={say('pending', { points: points(pending) })}
        hint={
          nextPending
            ? say('nextPending', { points: points(nextPending.points), day: day(nextPending.at) })
            : undefined
        }
        onClick={() => {
          model.page.value = 'history';
        }}
      />
    </ul>
  );
};

const Links = (props: MemberProps): JSX.Element => (
  <ul class="list">
    {SUB_PAGES.map((name) => (
      <Row key={name} {...props} to={name} />
    ))}
  </ul>
);

/** The first thing a shopper sees: what is on the way, the one best next step, what is in hand, and where to go. */
export const Home = ({ model }: Props): JSX.Element | null => {
  const { program, me } = model.state.value;
  // Shown to shoppers only: a guest has a home of their own, in a chunk of its own.
  if (program === null || me === null) return null;
  const props = { model, program, me };
  const blocked = me.shopper.status === 'blocked';
  const rest = (
    <>
      <Pending {...props} />
      {!blocked && <NextStepCard {...props} me={{ ...me, vouchers: [] }} />}
      {me.vouchers.length > 0 && <LazyPanel model={model} page="coupons" silent />}
      <Links {...props} />
    </>
  );
  // What stands below news comes with it: it would move beneath a finger.
  return blocked || model.news.value.length > 0 || me.nudges.length > 0 || me.balance.debt > 0 ? (
    <LazyPanel model={model} page="news" silent>
      {rest}
    </LazyPanel>
  ) : (
    rest
  );
};
