import type { JSX } from 'preact';
import { ICON_PATHS } from '@okaeri/shared/icon-paths';
import type { Eligibility } from '@okaeri/shared/rewards';
import { Icon } from '../ui/icons.tsx';
import { Ring } from '../ui/Ring.tsx';
import { Tile } from '../app/Tile.tsx';
import { costOf, iconOf, missingOf } from './offer-rules.ts';
import { hintOf, pictureOf, RewardText, type RewardProps } from './RewardRow.tsx';

/** A reward that points alone are missing for: how far one is, and a tap makes it what one collects for. */
export const NearReward = (props: RewardProps): JSX.Element => {
  const { model, reward, offer } = props;
  const { say, localize, points, count } = model.words;
  const { available = 0, pending = 0 } = model.state.value.me?.balance ?? {};
  const missing = missingOf(offer) ?? 0;
  const coming = Math.min(pending, missing);
  const hint =
    coming > 0
      ? say('missingComing', { missing: points(missing), coming: count(coming) })
      : say('missing', { points: points(missing) });
  const aimed = model.aim.value === reward.id;
  const name = localize(reward.name);
  return (
    <li class="ticket" part="reward">
      <button
        class="link-row"
        aria-pressed={aimed}
        onClick={() => model.setAim(aimed ? null : reward.id)}
      >
        <span class="ring small">
          <Ring value={available} coming={pending} max={costOf(props)}>
            <Icon d={ICON_PATHS[iconOf(reward)]} />
          </Ring>
        </span>
        <RewardText title={name} hint={hint} />
        {aimed && <span class="pill">{say('aimed')}</span>}
        <span class="aloud">{say('aimFor', { reward: name })}</span>
      </button>
    </li>
  );
};

/** What opens a reward that more than points stands before. */
const whyNot = ({ model }: RewardProps, eligibility: Eligibility): string => {
  const { say, day, language, metric } = model.words;
  switch (eligibility.kind) {
    case 'limitReached':
      return eligibility.until === null
        ? say('limitEver')
        : say('limitUntil', { day: day(eligibility.until) });
    case 'outOfStock':
      return say('outOfStock');
    case 'tierTooLow': {
      const { tier } = model.state.value.me ?? {};
      if (tier?.next && eligibility.tierIds.includes(tier.next.id))
        return say('tierFrom', {
          tier: model.tierName(tier.next.id),
          missing: metric(tier.metric, tier.next.missing),
        });
      const names = eligibility.tierIds.map(model.tierName);
      return say('tierOnly', { tier: new Intl.ListFormat(language).format(names) });
    }
    case 'cartRequirementsNotMet':
      return say('cartTooSmall');
    default:
      return say('otherMembers');
  }
};

/** A reward behind a lock, with what opens it; a guest sees what it costs. */
export const FarReward = (props: RewardProps): JSX.Element => {
  const { model, reward, offer } = props;
  const hint = offer ? whyNot(props, offer.eligibility) : hintOf(props);
  return (
    <li class="card row ticket" part="reward">
      <Tile
        icon={offer ? 'lock' : iconOf(reward)}
        picture={offer ? undefined : pictureOf(props)}
        {...(offer && { look: 'off' })}
      />
      <RewardText title={model.words.localize(reward.name)} hint={hint} />
      {!offer && <span class="pill">{model.words.count(costOf(props))}</span>}
    </li>
  );
};
