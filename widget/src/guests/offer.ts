import { getItem } from '@okaeri/client/device';
import type { AppModel } from '../app/model.ts';
import { friendGiftOf } from './guest-rules.ts';

/** What somebody is offered who has not joined: a friend's gift before the shop's own. */
export interface Offer {
  /** They came with a friend's code. Whose it is, nobody tells the widget. */
  readonly isInvited: boolean;
  /** The number it begins with, and the rest of the sentence; no number where nothing is given. */
  readonly number: string | null;
  readonly text: string;
  /** What joining itself brings, where the number is a friend's. */
  readonly also: string | null;
}

/** What joining leads to, for whoever looks. */
export const offerOf = ({ snippet, state, words }: AppModel): Offer => {
  const { say, points, money } = words;
  const { program } = state.value;
  // Kept by `lib/referral-link.ts`, which every page view loads: it has no room for saying the name.
  const gift = program && getItem(`friend:${snippet.shop}`) ? friendGiftOf(program) : null;
  const rule = program?.earning.find(({ on }) => on === 'signup');
  const bonus = rule?.on === 'signup' ? points(rule.points.fixed) : null;
  if (program && gift?.points)
    return {
      isInvited: true,
      number: points(gift.points),
      text:
        gift.fromMinor > 0
          ? say('invitedFrom', { money: money(gift.fromMinor, program.currency) })
          : say('invitedText'),
      also: bonus && say('joinText', { points: bonus }),
    };
  const text = say(bonus ? 'guestWaiting' : 'howEarn');
  return { isInvited: gift !== null, number: bonus, text, also: null };
};
