import type { JSX } from 'preact';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { TierView } from '@okaeri/shared/tiers';
import { Meter } from '../ui/Meter.tsx';
import { useSignal } from '../ui/signals.ts';
import type { AppModel } from './model.ts';

type Tier = PublicProgram['tiers'][number];

/** More tiers than this stand in rows, without a rail between them. */
const RAIL_MAX = 4;

/** Drawn where the shop has no picture of its own: where one begins, what lies between, the top. */
const DRAWINGS = {
  first: 'M32 52V33M32 33c0-9-7-14-17-14 0 9 6 14 17 14zM32 39c0-7 6-11 16-11 0 7-5 11-16 11',
  between:
    'M22 17c6 4 10 9 10 15a10 10 0 0 1-20 0c0-6 4-11 10-15zM43 24c5 4 8 8 8 13a8 8 0 0 1-16 0c0-5 3-9 8-13zM22 52V32M43 52V38M8 52h48',
  top: 'M32 9c7 5 11 11 11 18a11 11 0 0 1-22 0c0-7 4-13 11-18zM14 24c5 4 8 8 8 13a8 8 0 0 1-16 0c0-5 3-9 8-13zM50 24c5 4 8 8 8 13a8 8 0 0 1-16 0c0-5 3-9 8-13zM32 52V27M14 52V37M50 52V37M5 52h54',
} as const;

/** The shop's picture of a tier, else a drawing. */
const Picture = (props: { model: AppModel; tier: Tier; d: string }): JSX.Element => {
  const { model, tier, d } = props;
  // A page may let no pictures in, and one may be lost on the way.
  const lost = useSignal(false);
  return (
    <span class="tier-picture" part="tier-picture">
      {tier.picturePath && !lost.value ? (
        <img
          src={model.snippet.baseUrl + tier.picturePath}
          alt=""
          onError={() => {
            lost.value = true;
          }}
        />
      ) : (
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <path d={d} />
        </svg>
      )}
    </span>
  );
};

/** The way to the tier after one: full, part of it, or not begun. */
const Rail = (props: { model: AppModel; view: TierView | null; tier: Tier; reached: boolean }) => {
  const { model, view, tier, reached } = props;
  if (view?.next?.id !== tier.id)
    return <span class={reached ? 'rail reached' : 'rail'} aria-hidden="true" />;
  const missing = model.words.metric(view.metric, view.next.missing);
  const label = model.words.say('tierNext', { missing, tier: model.tierName(tier.id) });
  return (
    <span class="rail">
      <Meter value={view.value} max={view.next.at} label={label} />
    </span>
  );
};

/** All tiers in a line, and where on it the shopper is; a guest sees where it begins. */
export const Ladder = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program, me } = model.state.value;
  const { say, localize, metric } = model.words;
  const view = me?.tier ?? null;
  // To a shopper as their tier says it, to a guest as the programme does.
  const counted = view?.metric ?? program?.tierMetric;
  // A programme kept by a widget of before does not say it.
  if (program === null || counted == null) return null;
  const { tiers } = program;
  const at = tiers.findIndex(({ id }) => id === view?.id);
  const drawingOf = (index: number): string =>
    index === 0 ? DRAWINGS.first : index === tiers.length - 1 ? DRAWINGS.top : DRAWINGS.between;
  return (
    <ol class={tiers.length > RAIL_MAX ? 'ladder many' : 'ladder'} part="ladder">
      {tiers.map((tier, index) => (
        <li
          key={tier.id}
          class={index <= at ? 'on' : undefined}
          aria-current={index === at ? 'true' : undefined}
        >
          {index > 0 && <Rail model={model} view={view} tier={tier} reached={index <= at} />}
          <Picture model={model} tier={tier} d={drawingOf(index)} />
          <b>{localize(tier.name)}</b>
          <small>
            {index === at
              ? say('tierHere')
              : tier.entry === 0
                ? say('tierStart')
                : metric(counted, tier.entry)}
          </small>
        </li>
      ))}
    </ol>
  );
};
