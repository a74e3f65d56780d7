/** The words of an order’s points. English is the measure: every other language has the same keys. */
export const messages = {
  orderPoints: '{points} from this order',
  orderNow: 'Yours now',
  orderOn: 'Yours on {day}',
  orderWhenPaid: 'Yours with your payment',
  orderWhenFulfilled: 'Yours when your parcel leaves us',
  orderWhenDelivered: 'Yours when your parcel arrives',
  orderAfterPaid: {
    one: 'Yours {count} day after your payment',
    other: 'Yours {count} days after your payment',
  },
  orderAfterFulfilled: {
    one: 'Yours {count} day after your parcel leaves us',
    other: 'Yours {count} days after your parcel leaves us',
  },
  orderAfterDelivered: {
    one: 'Yours {count} day after your parcel arrives',
    other: 'Yours {count} days after your parcel arrives',
  },
  orderSum: '{available} yours, {pending} on the way',
  orderSumNow: '{available} yours',
  orderNever: 'This order brings no points.',
  orderWaits: 'The points of this order will appear here in a moment.',
  orderJoin: 'Join and keep these {points}',
  orderJoinGo: 'Join',
  orderBirthday: 'When is your birthday?',
  orderBirthdayNow: '{points} now',
  orderBirthdayGift: 'A present on the day',
  orderAdd: 'Add it',
} as const;
