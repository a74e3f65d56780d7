import type { JSX } from 'preact';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { NextIcon } from '../ui/icons.tsx';
import { Tile } from '../app/Tile.tsx';
import { Confirm } from './Confirm.tsx';
import { Failure } from './Failure.tsx';
import { costOf, iconOf, type OfferedReward } from './offer-rules.ts';
import { actOf, goesToCart, type RewardsModel } from './rewards-model.ts';

export interface RewardProps extends OfferedReward {
  readonly model: AppModel;
  readonly rewards: RewardsModel;
}

const BECAUSE: Readonly<Record<NonNullable<Me['rewards'][number]['because']>, MessageKey | null>> =
  {
    // What one can have says so by its button.
    affordable: null,
    closeToReach: 'becauseClose',
    oftenBought: 'becauseOftenBought',
    lookedAt: 'becauseLookedAt',
    pointsExpire: 'becauseExpire',
    forYourTier: 'becauseTier',
    welcomeBack: 'becauseWelcome',
  };

/** Why it is offered, else what it is. */
export const hintOf = ({ model, reward, offer }: RewardProps): string | undefined => {
  const { say, localize } = model.words;
  const key = offer?.eligibility.kind === 'redeemable' && offer.because && BECAUSE[offer.because];
  if (key) return say(key, { of: offer.becauseOf ?? '' });
  return reward.description && localize(reward.description);
};

/** Where the shop's own picture of it is, if it has one. */
export const pictureOf = ({ model, reward }: RewardProps): string | undefined =>
  reward.picturePath && model.snippet.baseUrl + reward.picturePath;

/** What a tap does: into the cart at once, as giving back costs nothing; the rest is asked about first. */
const takeOf = (props: RewardProps): { label: string; text: string; take: () => void } => {
  const { model, rewards, reward } = props;
  const { say, localize } = model.words;
  const cart = goesToCart(model, reward);
  const again = actOf(rewards, reward.id).kind === 'failed';
  const name = { reward: localize(reward.name) };
  return {
    label: say(cart ? 'applyNamed' : 'redeemNamed', name),
    text: say(again ? 'retry' : cart ? 'apply' : 'redeem'),
    take: () => (cart ? void rewards.redeemAndApply(reward.id) : rewards.ask(reward.id)),
  };
};

/** Whether the shopper is asked if they mean it. */
const isAsked = ({ model, rewards, reward }: RewardProps): boolean => {
  const { kind } = actOf(rewards, reward.id);
  return (kind === 'asked' || kind === 'busy') && !goesToCart(model, reward);
};

/** The words of a row. */
export const RewardText = (props: { title: string; hint: string | undefined }): JSX.Element => (
  <span class="row-text">
    <span class="row-title">{props.title}</span>
    {props.hint && <span class="quiet-text">{props.hint}</span>}
  </span>
);

/** The one reward that is offered before all others, with the one button of the screen. */
export const BestReward = (props: RewardProps): JSX.Element => {
  const { model, rewards, reward } = props;
  const { count, localize } = model.words;
  const { label, text, take } = takeOf(props);
  return (
    <div class="step ticket" part="reward">
      <div class="row wide">
        <Tile icon={iconOf(reward)} picture={pictureOf(props)} />
        <RewardText title={localize(reward.name)} hint={hintOf(props)} />
        <span class="pill">{count(costOf(props))}</span>
      </div>
      {isAsked(props) ? (
        <Confirm model={model} rewards={rewards} reward={reward} points={costOf(props)} />
      ) : (
        <Button label={label} busy={actOf(rewards, reward.id).kind === 'busy'} onClick={take}>
          {text}
        </Button>
      )}
      <Failure model={model} rewards={rewards} id={reward.id} />
    </div>
  );
};

/** A reward one can have: the whole row is the button. */
export const RewardRow = (props: RewardProps): JSX.Element => {
  const { model, rewards, reward } = props;
  const { count, localize, points } = model.words;
  const { label, take } = takeOf(props);
  const busy = actOf(rewards, reward.id).kind === 'busy';
  return (
    <li class="ticket" part="reward">
      <button
        class="link-row"
        aria-busy={busy}
        onClick={() => {
          if (!busy) take();
        }}
      >
        <Tile icon={iconOf(reward)} picture={pictureOf(props)} />
        <RewardText title={localize(reward.name)} hint={hintOf(props)} />
        <span class="pill" aria-hidden="true">
          {count(costOf(props))}
        </span>
        <span class="aloud">{`${label}, ${points(costOf(props))}`}</span>
        <NextIcon />
      </button>
      {isAsked(props) && (
        <Confirm model={model} rewards={rewards} reward={reward} points={costOf(props)} />
      )}
      <Failure model={model} rewards={rewards} id={reward.id} />
    </li>
  );
};
