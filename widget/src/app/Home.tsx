import type { JSX } from 'preact';
import type { Me, Nudge, PublicProgram } from '@okaeri/shared/storefront';
import { NextIcon } from '../ui/icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import type { AppModel } from './model.ts';
import { NextStepCard } from './NextStepCard.tsx';
import { PANELS, SUB_PAGES, type SubPageName } from './panels.ts';

interface Props {
  readonly model: AppModel;
}
type MemberProps = Props & { readonly program: PublicProgram; readonly me: Me };

/** The nudges that are told in words here; the rest stands beside the balance or its code. */
const nudgeText = ({ model }: Props, nudge: Nudge): string | null => {
  const { say, points, day, end, metric } = model.words;
  if (nudge.kind === 'pointsTakenBack')
    return say('takenBack', { points: points(nudge.points), day: day(nudge.at) });
  if (nudge.kind !== 'tierAtRisk') return null;
  const by = model.state.value.me?.tier?.metric ?? 'points';
  return say('tierAtRisk', {
    missing: metric(by, nudge.missing),
    day: end(nudge.at),
    tier: model.tierName(nudge.tierId),
  });
};

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
  wallet: ({ model, me: { vouchers } }) =>
    vouchers.length > 0 ? { hint: model.words.count(vouchers.length) } : null,
  goals: goalsRow,
  friends: friendsRow,
};

const Row = (props: MemberProps & { to: SubPageName }): JSX.Element | null => {
  const { model, to } = props;
  const row = ROWS[to];
  const facts: RowFacts | null = row ? row(props) : {};
  if (facts === null) return null;
  return (
    <li>
      <button
        class="card link-row"
        part="link"
        onClick={() => {
          model.page.value = to;
        }}
      >
        <span class="row-text">
          <span class="row-title">{facts.title ?? model.words.say(PANELS[to].title)}</span>
          {facts.hint !== undefined && <span class="quiet-text">{facts.hint}</span>}
          {facts.meter}
        </span>
        <NextIcon />
      </button>
    </li>
  );
};

const Links = (props: MemberProps): JSX.Element => (
  <ul class="list">
    {SUB_PAGES.map((name) => (
      <Row key={name} {...props} to={name} />
    ))}
  </ul>
);

/** The first thing a shopper sees: the one best next step, what to know, and where to go. */
export const Home = ({ model }: Props): JSX.Element | null => {
  const { program, me } = model.state.value;
  // Shown to shoppers only: a guest has a home of their own, in a chunk of its own.
  if (program === null || me === null) return null;
  const { say } = model.words;
  const nudges = me.nudges
    .map((nudge) => nudgeText({ model }, nudge))
    .filter((text) => text !== null);
  return (
    <>
      {me.shopper.status === 'blocked' ? (
        <p class="card step">{say('blocked')}</p>
      ) : (
        <NextStepCard model={model} program={program} me={me} />
      )}
      {nudges.map((text) => (
        <p key={text} class="nudge" part="nudge">
          {text}
        </p>
      ))}
      <Links model={model} program={program} me={me} />
    </>
  );
};
