import type { JSX } from 'preact';
import type { Challenge } from '@okaeri/shared/play';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { CheckIcon } from '../ui/panel-icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  readonly model: AppModel;
  readonly program: PublicProgram;
  readonly me: Me;
}

const prizeOf = (
  { model }: Pick<Props, 'model'>,
  prize: { points: number; badgeId: string | null },
): string =>
  [
    ...(prize.points > 0
      ? [model.words.say('plusPoints', { points: model.words.points(prize.points) })]
      : []),
    ...(prize.badgeId === null ? [] : [model.badgeName(prize.badgeId)]),
  ].join(' · ');

const amountOf = ({ model, program }: Props, challenge: Challenge, value: number): string => {
  const { words } = model;
  if (challenge.metric === 'spend') return words.money(value, program.currency);
  return words.count(value);
};

const doneText = (model: AppModel, completed: number): string =>
  completed === 1
    ? model.words.say('goalDoneOnce')
    : model.words.say('goalDone', { count: completed });

const Goal = (props: Props & { challenge: Challenge }): JSX.Element => {
  const { model, me, challenge } = props;
  const { say, localize } = model.words;
  const mine = me.challenges.find(({ id }) => id === challenge.id);
  const completed = mine?.completed ?? 0;
  // Each repeat begins anew; what was reached as often as it can be stays full.
  const done = completed >= challenge.repeats;
  const progress = done ? challenge.target : (mine?.progress ?? 0) - completed * challenge.target;
  const text = say('goalProgress', {
    progress: amountOf(props, challenge, progress),
    target: amountOf(props, challenge, challenge.target),
  });
  return (
    <li class="card goal" part="goal">
      <div class="row">
        <h4>{localize(challenge.name)}</h4>
        <p class="badge">{prizeOf(props, challenge)}</p>
      </div>
      <Meter value={progress} max={challenge.target} label={localize(challenge.name)} />
      <p class={completed > 0 ? 'badge done' : 'quiet-text'}>
        {completed > 0 && <CheckIcon />}
        {done ? doneText(model, completed) : text}
      </p>
    </li>
  );
};

const Streaks = (props: Props): JSX.Element | null => {
  const { model, program, me } = props;
  const { say, localize } = model.words;
  if (program.streaks.length === 0) return null;
  return (
    <section>
      <h4 class="section">{say('streaks')}</h4>
      <ul class="list">
        {program.streaks.map((streak) => {
          const current = me.streaks.find(({ id }) => id === streak.id)?.current ?? 0;
          const key = streak.every === 'week' ? 'streakWeeks' : 'streakMonths';
          return (
            <li key={streak.id} class="card goal" part="goal">
              <div class="row">
                <h4>{localize(streak.name)}</h4>
                <p class="badge">{prizeOf(props, streak)}</p>
              </div>
              <Meter
                // A run that has just been completed is full; the next order begins the next.
                value={current === 0 ? 0 : ((current - 1) % streak.length) + 1}
                max={streak.length}
                label={localize(streak.name)}
              />
              <p class="quiet-text">
                {say(key, { count: current })} · {say('streakGoal', { count: streak.length })}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Badges = ({ model, program, me }: Props): JSX.Element | null => {
  const { say, localize, day } = model.words;
  if (program.badges.length === 0) return null;
  return (
    <section>
      <h4 class="section">{say('badges')}</h4>
      <ul class="badges">
        {program.badges.map((badge) => {
          const won = me.badges.find(({ id }) => id === badge.id);
          return (
            <li key={badge.id} class={won ? 'medal won' : 'medal'} part="badge">
              <span class="disc" aria-hidden="true">
                {won && <CheckIcon />}
              </span>
              <span class="row-title">{localize(badge.name)}</span>
              <span class="quiet-text">
                {won ? say('badgeWon', { day: day(won.wonAt) }) : say('badgeOpen')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** Challenges, streaks and badges. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (program === null || me === null) return null;
  const running = new Set(me.challenges.map(({ id }) => id));
  const challenges = program.challenges.filter(({ id }) => running.has(id));
  const props = { model, program, me };
  const nothing = challenges.length + program.streaks.length + program.badges.length === 0;
  if (nothing) return <Notice text={model.words.say('noGoals')} />;
  return (
    <>
      <ul class="list">
        {challenges.map((challenge) => (
          <Goal key={challenge.id} {...props} challenge={challenge} />
        ))}
      </ul>
      <Streaks {...props} />
      <Badges {...props} />
    </>
  );
};
