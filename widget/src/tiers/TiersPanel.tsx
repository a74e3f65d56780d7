import type { JSX } from 'preact';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { TierView } from '@okaeri/shared/tiers';
import { Ladder } from '../app/Ladder.tsx';
import type { AppModel } from '../app/model.ts';
import { CheckIcon } from '../ui/panel-icons.tsx';

interface Props {
  readonly model: AppModel;
}

/** Where this shopper stands: what is missing to the next tier, and until when their own is safe. */
const Standing = ({ model, view }: Props & { view: TierView }): JSX.Element => {
  const { say, metric, end } = model.words;
  const { next, keep } = view;
  const until = keep?.until ?? null;
  return (
    <div class="step standing">
      <h3>
        {next
          ? say('tierNext', {
              missing: metric(view.metric, next.missing),
              tier: model.tierName(next.id),
            })
          : say('tierTop')}
      </h3>
      {next && (
        <p class="quiet-text">
          {say('goalProgress', {
            progress: metric(view.metric, view.value),
            target: metric(view.metric, next.at),
          })}
        </p>
      )}
      {keep && until !== null && (
        <p class="quiet-text">
          {keep.missing === 0
            ? say('tierSafe', { day: end(until) })
            : say('tierAtRisk', {
                missing: metric(view.metric, keep.missing),
                day: end(until),
                tier: model.tierName(view.id),
              })}
        </p>
      )}
    </div>
  );
};

/** What one tier brings, in the shop's own words. */
const Tier = ({ model, tier }: Props & { tier: PublicProgram['tiers'][number] }): JSX.Element => {
  const { say, localize } = model.words;
  const isHere = model.state.value.me?.tier?.id === tier.id;
  const perks = [
    ...(tier.multiplier === '1' ? [] : [say('tierTimes', { factor: tier.multiplier })]),
    ...tier.perks.map(localize),
  ];
  // Where nothing is added, orders earn what they always do.
  const shown = perks.length === 0 ? [say('howEarn')] : perks;
  return (
    <li class="card tier" part="tier" aria-current={isHere ? 'true' : undefined}>
      <h4>{localize(tier.name)}</h4>
      <ul class="brings">
        {shown.map((perk) => (
          <li key={perk}>
            <CheckIcon />
            {perk}
          </li>
        ))}
      </ul>
    </li>
  );
};

/** The ladder of tiers, where the shopper stands on it, and what each brings; for guests as well. */
export const Panel = ({ model }: Props): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (program === null || program.tiers.length === 0) return null;
  return (
    <>
      <Ladder model={model} />
      {me?.tier && <Standing model={model} view={me.tier} />}
      <section class="group">
        <h3>{model.words.say('perks')}</h3>
        <ul class="list">
          {program.tiers.map((tier) => (
            <Tier key={tier.id} model={model} tier={tier} />
          ))}
        </ul>
      </section>
    </>
  );
};
