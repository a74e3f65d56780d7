import { getItem, setItem } from '@okaeri/client/device';
import { toJson } from '@okaeri/client/to-json';
import type { JSX } from 'preact';
import type { Me, Nudge } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import type { Happening } from '../lib/happening-rules.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import { useSignal } from '../ui/signals.ts';
import { Tile } from '../app/Tile.tsx';
import { textOf } from './news-words.ts';

/** Notes that were dismissed, as many as are remembered: there are never more at a time. */
const DISMISSED_MAX = 20;

/** A note stands for one thing that happened or will: another of its kind is a note of its own. */
const keyOf = ({ kind, at }: Nudge): string => `${kind} ${at}`;

/** The notes that are told in words here; a code that ends says so itself. */
const noteOf = (model: AppModel, me: Me, nudge: Nudge): string | null => {
  const { say, points, day, end, metric } = model.words;
  switch (nudge.kind) {
    case 'pointsTakenBack':
      return say('takenBack', { points: points(nudge.points), day: day(nudge.at) });
    case 'pointsExpire':
      return say('nextExpiry', { points: points(nudge.points), day: end(nudge.at) });
    case 'tierAtRisk':
      return say('tierAtRisk', {
        missing: metric(me.tier?.metric ?? 'points', nudge.missing),
        day: end(nudge.at),
        tier: model.tierName(nudge.tierId),
      });
    default:
      return null;
  }
};

/** A note, with what takes it away where it may go. */
const Note = (props: {
  text: string;
  dismiss?: { readonly label: string; readonly onClick: () => void };
}): JSX.Element => (
  <p class="note row" part="nudge">
    {props.text}
    {props.dismiss && (
      <button class="close" aria-label={props.dismiss.label} onClick={props.dismiss.onClick}>
        <CloseIcon />
      </button>
    )}
  </p>
);

const IN_NEWS = { earn: 'earn', tier: 'sprout', badge: 'medal' } as const;

/** One thing that has happened since the last visit. */
const Happened = ({ model, happening }: { model: AppModel; happening: Happening }): JSX.Element => {
  const { program } = model.state.value;
  const { detail, name } = happening;
  const picturePath =
    name === 'badge'
      ? program?.badges.find(({ id }) => id === detail.badgeId)?.picturePath
      : name === 'tier' && program?.tiers.find(({ id }) => id === detail.tierId)?.picturePath;
  return (
    <li class="card row">
      <Tile
        icon={IN_NEWS[name]}
        picture={picturePath ? model.snippet.baseUrl + picturePath : undefined}
      />
      <span class="row-text row-title">{textOf(model, happening)}</span>
    </li>
  );
};

/** How near the next tier has come. */
const Nearer = ({ model, me }: { model: AppModel; me: Me }): JSX.Element | null => {
  const { say, metric } = model.words;
  const { tier } = me;
  if (!tier?.next) return null;
  const text = say('tierNext', {
    missing: metric(tier.metric, tier.next.missing),
    tier: model.tierName(tier.next.id),
  });
  return (
    <li class="card row">
      <Tile icon="sprout" />
      <span class="row-text">
        <span class="row-title">{text}</span>
        <Meter value={tier.value} max={tier.next.at} label={text} />
      </span>
    </li>
  );
};

/** Everything that has happened since the last visit, in order: points, tiers, badges; and where that has led. */
const Since = ({ model, me }: { model: AppModel; me: Me }): JSX.Element | null => {
  const news = model.news.value;
  if (news.length === 0) return null;
  return (
    <section class="news" part="news">
      <h3>{model.words.say('sinceLast')}</h3>
      <ul class="list">
        {news.map((happening) => (
          <Happened key={toJson(happening)} model={model} happening={happening} />
        ))}
        {news.some(({ name }) => name === 'earn') && <Nearer model={model} me={me} />}
      </ul>
    </section>
  );
};

/** What has happened, and what a shopper should know: what is owed as long as it is, the rest until they have dismissed it. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const name = `dismissed:${model.snippet.shop}`;
  const dismissed = useSignal((getItem(name) ?? '').split('\n'));
  const { me } = model.state.value;
  if (me === null) return null;
  const { say, points } = model.words;
  const { debt } = me.balance;
  const dismiss = (key: string): void => {
    dismissed.value = [key, ...dismissed.value].slice(0, DISMISSED_MAX);
    setItem(name, dismissed.value.join('\n'));
  };
  return (
    <>
      {me.shopper.status === 'blocked' && <p class="step">{say('blocked')}</p>}
      <Since model={model} me={me} />
      {debt > 0 && <Note text={say('debt', { points: points(debt) })} />}
      {me.nudges.map((nudge) => {
        const key = keyOf(nudge);
        const text = noteOf(model, me, nudge);
        if (text === null || dismissed.value.includes(key)) return null;
        const label = say('dismiss');
        return <Note key={key} text={text} dismiss={{ label, onClick: () => dismiss(key) }} />;
      })}
    </>
  );
};
