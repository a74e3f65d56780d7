import type { JSX } from 'preact';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { TierView } from '@okaeri/shared/tiers';
import type { AppModel } from '../app/model.ts';
import { Meter } from '../ui/Meter.tsx';

interface Props {
  readonly model: AppModel;
  readonly view: TierView;
}

/** Where this shopper stands in their own tier: what is next, and until when it is safe. */
const Standing = ({ model, view }: Props): JSX.Element => {
  const { say, metric, end } = model.words;
  const { next, keep } = view;
  const toNext =
    next &&
    say('tierNext', { missing: metric(view.metric, next.missing), tier: model.tierName(next.id) });
  const safe = keep?.until != null && keep.missing === 0;
  const atRisk = keep?.until != null && keep.missing > 0;
  return (
    <>
      <p class="badge">{say('tierHere')}</p>
      {next && toNext && (
        <>
          <Meter value={view.value} max={next.at} label={toNext} />
          <p class="quiet-text">{toNext}</p>
        </>
      )}
      {safe && <p class="quiet-text">{say('tierSafe', { day: end(keep.until ?? '') })}</p>}
      {atRisk && (
        <p class="quiet-text">
          {say('tierAtRisk', {
            missing: metric(view.metric, keep.missing),
            day: end(keep.until ?? ''),
            tier: model.tierName(view.id),
          })}
        </p>
      )}
    </>
  );
};

const Tier = (props: Props & { tier: PublicProgram['tiers'][number] }): JSX.Element => {
  const { model, view, tier } = props;
  const { say, localize, metric } = model.words;
  const here = tier.id === view.id;
  const perks = [
    ...(tier.multiplier === '1' ? [] : [say('tierTimes', { factor: tier.multiplier })]),
    ...tier.perks.map(localize),
  ];
  return (
    <li
      class={here ? 'card tier here' : 'card tier'}
      part="tier"
      aria-current={here ? 'true' : undefined}
    >
      <div class="row">
        <h4>{localize(tier.name)}</h4>
        <p class="quiet-text">
          {tier.entry === 0
            ? say('tierStart')
            : say('tierEntry', { value: metric(view.metric, tier.entry) })}
        </p>
      </div>
      {here && <Standing model={model} view={view} />}
      {perks.length > 0 && (
        <ul class="perks" aria-label={say('perks')}>
          {perks.map((perk) => (
            <li key={perk}>{perk}</li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** All tiers, what each brings, and where the shopper stands among them. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (program === null || me?.tier == null) return null;
  const view = me.tier;
  return (
    <ul class="list">
      {program.tiers.map((tier) => (
        <Tier key={tier.id} model={model} view={view} tier={tier} />
      ))}
    </ul>
  );
};
