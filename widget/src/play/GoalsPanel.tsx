import type { ComponentChildren, JSX } from 'preact';
import type { Challenge } from '@okaeri/shared/play';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { CheckIcon } from '../ui/panel-icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Tile } from '../app/Tile.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import { baseOf, ICONS, roundOf, runOf, wayTo } from './goal-rules.ts';

interface Props {
  readonly model: AppModel;
  readonly program: PublicProgram;
  readonly me: Me;
}

/** So many steps can be told apart; more are a bar. */
const STEPS_MAX = 7;
/** So many dots fit in a line. */
const DOTS_MAX = 12;

/** A challenge as everybody sees it. */
type ShownChallenge = PublicProgram['challenges'][number];
type ShownStreak = PublicProgram['streaks'][number];

const pictureOf = ({ model }: Props, path: string | undefined): string | undefined =>
  path && model.snippet.baseUrl + path;

/** What is won, in words. */
const prizeOf = (
  { model }: Props,
  prize: { points: number; badgeId: string | null },
): string | null => {
  const { say } = model.words;
  const points = prize.points > 0 ? model.words.points(prize.points) : null;
  const badge =
    prize.badgeId === null ? null : say('prizeBadge', { badge: model.badgeName(prize.badgeId) });
  return points && badge ? say('prizeBoth', { badge, points }) : (badge ?? points);
};

const amountOf = ({ model, program }: Props, { metric }: Challenge, value: number): string =>
  metric === 'spend' ? model.words.money(value, program.currency) : model.words.count(value);

/** What is still missing of a challenge, with its unit where it has one. */
const missingOf = (props: Props, challenge: Challenge): string => {
  const { words } = props.model;
  const missing = challenge.target - roundOf(challenge, props.me).progress;
  const amount =
    challenge.metric === 'orders'
      ? words.say('orders', { count: missing })
      : challenge.metric === 'points'
        ? words.points(missing)
        : amountOf(props, challenge, missing);
  return words.say('missing', { points: amount });
};

const Goal = (props: Props & { challenge: ShownChallenge }): JSX.Element => {
  const { model, me, challenge } = props;
  const { say, localize } = model.words;
  const { target } = challenge;
  const { progress, completed, isDone } = roundOf(challenge, me);
  const name = localize(challenge.name);
  const isStepped = target <= STEPS_MAX;
  const text = say('goalProgress', {
    progress: amountOf(props, challenge, progress),
    target: amountOf(props, challenge, target),
  });
  const done = completed === 1 ? say('goalDoneOnce') : say('goalDone', { count: completed });
  return (
    <li class="card goal row" part="goal">
      <Tile icon={ICONS[challenge.metric]} picture={pictureOf(props, challenge.picturePath)} />
      <div class="row-text">
        <h4 class="row-title">{name}</h4>
        <span
          class={isStepped ? 'way stepped' : 'way'}
          style={isStepped ? { '--_steps': target } : undefined}
        >
          <Meter value={progress} max={target} label={name} />
        </span>
        <p class="quiet-text">{prizeOf(props, challenge)}</p>
        {!isDone && !isStepped && <p class="quiet-text">{missingOf(props, challenge)}</p>}
        {completed > 0 && !isDone && <p class="quiet-text">{done}</p>}
      </div>
      {isDone ? (
        <p class="badge">
          <CheckIcon />
          {done}
        </p>
      ) : (
        isStepped && <p class="quiet-text">{text}</p>
      )}
    </li>
  );
};

/** `3 months in a row`: what a run takes. */
const runText = ({ model }: Props, { every, length }: ShownStreak): string =>
  model.words.say(every === 'week' ? 'streakWeeks' : 'streakMonths', { count: length });

const Streak = (props: Props & { streak: ShownStreak }): JSX.Element => {
  const { model, me, streak } = props;
  const { say, localize } = model.words;
  const { length } = streak;
  const current = me.streaks.find(({ id }) => id === streak.id)?.current ?? 0;
  const full = runOf(current, length);
  const name = localize(streak.name);
  const prize = prizeOf(props, streak);
  return (
    <section class="group" part="goal streak">
      <div class="row">
        <h3>{name}</h3>
        <p class="quiet-text">{say('goalProgress', { progress: full, target: length })}</p>
      </div>
      {length > DOTS_MAX ? (
        <Meter value={full} max={length} label={name} />
      ) : (
        // What they show is said beside them.
        <div class="dots" aria-hidden="true">
          {[...Array(length).keys()].map((index) => (
            <span key={index} class={index < full ? 'on' : index === full ? 'next' : undefined}>
              {index < full && <CheckIcon />}
            </span>
          ))}
        </div>
      )}
      {prize && (
        <p class="quiet-text">
          {say('streakPrize', { count: length, streak: runText(props, streak), prize })}
        </p>
      )}
    </section>
  );
};

/** How a badge that is not won yet is won: what is missing, else what the shop says of it. */
const hintOf = (props: Props, badge: PublicProgram['badges'][number]): string => {
  const { say, localize } = props.model.words;
  const { challenge, streak } = wayTo(props.program, badge.id);
  if (challenge && !roundOf(challenge, props.me).isDone) return missingOf(props, challenge);
  if (streak) return runText(props, streak);
  return badge.description ? localize(badge.description) : say('badgeOpen');
};

const Badges = (props: Props): JSX.Element => {
  const { model, program, me } = props;
  const { localize, day } = model.words;
  return (
    <ul class="badges">
      {program.badges.map((badge, index) => {
        const won = me.badges.find(({ id }) => id === badge.id);
        const { challenge, streak } = wayTo(program, badge.id);
        const icon = challenge ? ICONS[challenge.metric] : streak ? 'flame' : 'star';
        return (
          <li key={badge.id} part="badge">
            <BadgePicture
              base={baseOf(index)}
              icon={icon}
              picture={pictureOf(props, badge.picturePath)}
              isWon={won !== undefined}
            />
            <b>{localize(badge.name)}</b>
            <span class="quiet-text">{won ? day(won.wonAt) : hintOf(props, badge)}</span>
          </li>
        );
      })}
    </ul>
  );
};

/** A part of the page with its title, and what stands beside it. */
const Part = (props: {
  title: string;
  beside?: string;
  children: ComponentChildren;
}): JSX.Element => (
  <section class="group">
    <div class="row">
      <h3>{props.title}</h3>
      {props.beside && <p class="quiet-text">{props.beside}</p>}
    </div>
    {props.children}
  </section>
);

/** Streaks, challenges and badges. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (program === null || me === null) return null;
  const { say, count } = model.words;
  const running = new Set(me.challenges.map(({ id }) => id));
  const challenges = program.challenges.filter(({ id }) => running.has(id));
  const { streaks, badges } = program;
  const props = { model, program, me };
  if (challenges.length + streaks.length + badges.length === 0)
    return <Notice text={say('noGoals')} />;
  return (
    <>
      {streaks.map((streak) => (
        <Streak key={streak.id} {...props} streak={streak} />
      ))}
      {challenges.length > 0 && (
        <Part title={say('challenges')}>
          <ul class="list">
            {challenges.map((challenge) => (
              <Goal key={challenge.id} {...props} challenge={challenge} />
            ))}
          </ul>
        </Part>
      )}
      {badges.length > 0 && (
        <Part
          title={say('badges')}
          beside={say('goalProgress', {
            progress: count(me.badges.length),
            target: count(badges.length),
          })}
        >
          <Badges {...props} />
        </Part>
      )}
    </>
  );
};
