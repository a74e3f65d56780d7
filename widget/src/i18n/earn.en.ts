import type { EarnMessages } from './earn.ts';

const EVENTS = { paid: 'payment', fulfilled: 'dispatch', delivered: 'delivery' } as const;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const messages: EarnMessages = {
  earnOrder: (points, money) => `${points} for every ${money} you spend`,
  earnOrderHold: (count, from) =>
    count === 0 ? `Yours on ${EVENTS[from]}` : `Yours ${days(count)} after ${EVENTS[from]}`,
  acts: {
    signup: 'For joining',
    birthday: 'On your birthday',
    profile: 'For completing your profile',
    anniversary: 'On each anniversary of joining',
    newsletter: 'For subscribing to the newsletter',
    visit: 'For a visit, once a day',
    share: 'For sharing',
    follow: 'For following',
    review: 'For a review, whatever it says',
    photo: 'For a photo with a review',
    survey: 'For answering a survey',
    activity: 'For taking part',
    referral: 'For each friend who orders',
  },
  more: (points) => `up to ${points}`,
  limitUntil: (day) => `Again from ${day}`,
  expiryIdle: (count) => `Points last as long as you come back within ${days(count)}.`,
  expiryCalendar: 'Points expire on fixed days of the year.',
  done: 'Done',
  perPoints: (points) => `+${points}`,
  expiryNever: 'Points never expire.',
  expiryDays: (count) => `Points last ${days(count)} from the day they become yours.`,
};
