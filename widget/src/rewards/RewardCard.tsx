import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Eligibility, Reward } from '@okaeri/shared/rewards';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Meter } from '../ui/Meter.tsx';
import { Failure } from './Failure.tsx';
import { actOf, goesToCart, type RewardsModel } from './rewards-model.ts';

type Offer = Me['rewards'][number];

interface Props {
  readonly model: AppModel;
  readonly rewards: RewardsModel;
  readonly reward: Reward;
}
type OfferProps = Props & { readonly offer: Offer };

/** The slider of a reward, as this shopper is offered it: `points` is the least it costs them. */
const sliderOf = (reward: Reward) => reward.cost.variable;

const BECAUSE: Readonly<Record<NonNullable<Offer['because']>, MessageKey | null>> = {
  // What one can have says so by its button.
  affordable: null,
  closeToReach: 'becauseClose',
  oftenBought: 'becauseOftenBought',
  lookedAt: 'becauseLookedAt',
  pointsExpire: 'becauseExpire',
  forYourTier: 'becauseTier',
  welcomeBack: 'becauseWelcome',
};

const whyNot = ({ model }: Props, eligibility: Eligibility): string => {
  const { say, day, language } = model.words;
  switch (eligibility.kind) {
    case 'limitReached':
      return eligibility.until === null
        ? say('limitEver')
        : say('limitUntil', { day: day(eligibility.until) });
    case 'outOfStock':
      return say('outOfStock');
    case 'tierTooLow': {
      const names = eligibility.tierIds.map(model.tierName);
      return say('tierOnly', { tier: new Intl.ListFormat(language).format(names) });
    }
    case 'cartRequirementsNotMet':
      return say('cartTooSmall');
    default:
      return say('otherMembers');
  }
};

/** How many points to give, where the shopper may choose: never more than they have. */
const Slider = (props: OfferProps & { points: number; onChange: (points: number) => void }) => {
  const { model, reward, offer, points } = props;
  const slider = sliderOf(reward);
  const { say, money } = model.words;
  const { program, me } = model.state.value;
  if (slider === undefined || program === null) return null;
  const available = me?.balance.available ?? 0;
  const most = Math.min(slider.maximumPoints, available - (available % slider.stepPoints));
  const worth = ((offer.worthMinor ?? 0) * points) / offer.points;
  const highest = Math.max(offer.points, most);
  const value = say('sliderValue', {
    points: model.words.points(points),
    money: money(worth, program.currency),
  });
  return (
    <label class="slider">
      <span aria-hidden="true">{value}</span>
      <input
        type="range"
        min={offer.points}
        max={highest}
        step={slider.stepPoints}
        value={points}
        aria-label={say('slider', { reward: model.words.localize(reward.name) })}
        aria-valuetext={value}
        onInput={(event) => props.onChange(Number(event.currentTarget.value))}
      />
    </label>
  );
};

/** The question before points are given, with the answer that was most likely meant in reach of the thumb. */
const Confirm = (props: OfferProps & { points: number }): JSX.Element => {
  const { model, rewards, reward, points } = props;
  const { say } = model.words;
  const box = useRef<HTMLDivElement>(null);
  const busy = actOf(rewards, reward.id).kind === 'busy';
  // The button that asked is gone: the focus goes to the answer.
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div class="confirm" ref={box} role="group" aria-label={say('confirmYes')}>
      <p>
        {say('confirm', {
          points: model.words.points(points),
          reward: model.words.localize(reward.name),
        })}
      </p>
      <Button
        busy={busy}
        onClick={() =>
          void rewards.redeem(reward.id, sliderOf(reward) === undefined ? undefined : points)
        }
      >
        {say('confirmYes')}
      </Button>
      {!busy && (
        <Button quiet onClick={() => rewards.cancel()}>
          {say('confirmNo')}
        </Button>
      )}
    </div>
  );
};

const Reach = (props: OfferProps & { chosen: number }): JSX.Element => {
  const { model, rewards, reward, offer } = props;
  const { say, localize, points } = model.words;
  const { eligibility } = offer;
  if (eligibility.kind === 'redeemable' && goesToCart(model, reward))
    return (
      <Button
        label={say('applyNamed', { reward: localize(reward.name) })}
        busy={actOf(rewards, reward.id).kind === 'busy'}
        onClick={() =>
          void rewards.redeemAndApply(
            reward.id,
            sliderOf(reward) === undefined ? undefined : props.chosen,
          )
        }
      >
        {say(actOf(rewards, reward.id).kind === 'failed' ? 'retry' : 'apply')}
      </Button>
    );
  if (eligibility.kind === 'redeemable')
    return (
      <Button
        label={say('redeemNamed', { reward: localize(reward.name) })}
        onClick={() => rewards.ask(reward.id)}
      >
        {say(actOf(rewards, reward.id).kind === 'failed' ? 'retry' : 'redeem')}
      </Button>
    );
  if (eligibility.kind !== 'insufficientPoints')
    return <p class="reach">{whyNot(props, eligibility)}</p>;
  const available = model.state.value.me?.balance.available ?? 0;
  return (
    <div class="reach">
      <Meter value={available} max={offer.points} label={localize(reward.name)} />
      <p>{say('missing', { points: points(eligibility.missing) })}</p>
    </div>
  );
};

const Reason = ({ model, offer }: OfferProps): JSX.Element | null => {
  const key = offer.because && BECAUSE[offer.because];
  if (!key || offer.eligibility.kind !== 'redeemable') return null;
  return (
    <p class="because" part="because">
      {model.words.say(key, { of: offer.becauseOf ?? '' })}
    </p>
  );
};

/** The least a reward can be had for, as the programme says it to everybody. */
const leastOf = ({ cost }: Reward): number => cost.fixed ?? cost.variable?.minimumPoints ?? 0;

/** One reward: what it costs and is worth, whether it can be had, and the question before it is. */
export const RewardCard = (props: Props & { offer: Offer | undefined }): JSX.Element => {
  const { model, rewards, reward, offer } = props;
  const { localize, points, money, say } = model.words;
  const { program } = model.state.value;
  const cost = offer?.points ?? leastOf(reward);
  const chosen = useSignal(cost);
  const act = actOf(rewards, reward.id);
  const asking = (act.kind === 'asked' || act.kind === 'busy') && !goesToCart(model, reward);
  const worth = offer?.worthMinor ?? 0;
  const slides = offer?.eligibility.kind === 'redeemable' && sliderOf(reward) !== undefined;
  const isWorthSaid = worth > 0 && program !== null && sliderOf(reward) === undefined;
  return (
    <li class="card ticket" part="reward">
      <div class="ticket-text">
        <h4>{localize(reward.name)}</h4>
        {/* Where one chooses how many, the slider says it. */}
        {!slides && (
          <p class="quiet-text">
            {points(cost)}
            {isWorthSaid && <> · {say('worth', { money: money(worth, program.currency) })}</>}
          </p>
        )}
        {reward.description && <p class="quiet-text">{localize(reward.description)}</p>}
        {offer && <Reason {...props} offer={offer} />}
      </div>
      {offer && !asking && <Reach {...props} offer={offer} chosen={chosen.value} />}
      {slides && !asking && (
        <Slider
          {...props}
          offer={offer}
          points={chosen.value}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
      )}
      {offer && asking && <Confirm {...props} offer={offer} points={chosen.value} />}
      <Failure model={model} rewards={rewards} id={reward.id} />
    </li>
  );
};
