import { plural } from '../plural.ts';

export const codes = {
  title: 'Codes',
  text: 'Every reward that was taken, with its code.',
  search: 'Whole code',
  code: 'Code',
  noCode: 'No code',
  reward: 'Reward',
  state: 'Status',
  shopper: 'Shopper',
  shopperId: 'Shopper ID',
  points: 'Points',
  value: 'Value',
  taken: 'Taken',
  expires: 'Valid until',
  all: 'All',
  empty: 'No codes yet',
  emptyText: 'They appear when shoppers take rewards.',
  states: {
    held: 'Being made',
    issued: 'Not used',
    used: 'Used',
    releasing: 'Being released',
    released: 'Released',
    expired: 'Expired',
  },
} as const;

export const code = {
  unknown: 'There is no such code',
  unknownText: 'It may belong to another shop.',
  rewardLine: (reward: string) => `Reward: ${reward}`,
  minimum: (money: string) => `minimum order ${money}`,
  steps: { held: 'Reserved', issued: 'Issued', used: 'Used' },
  notYet: 'Not yet',
  cost: 'Cost',
  costText: (points: number, money: string) => `${plural(points, 'point', 'points')}, ${money}`,
  validUntil: 'Valid until',
  worksOn: 'Works on',
  anyOrder: 'Any order',
  ordersFrom: (money: string) => `Orders from ${money}`,
  madeBy: 'Made by',
  makers: { here: 'Okaeri', pool: 'Your pool of codes', platform: 'Your shop system' },
  usedOn: 'Used on',
  voided: 'Voided by hand',
  note: 'Note',
  release: 'Release code…',
  releaseTitle: (code: string) => `Release ${code}`,
  releaseAction: (points: number) => `Return ${plural(points, 'point', 'points')}`,
  ifReleased: 'If you release it',
  ifReleasedText: (points: string, name: string) =>
    `The code stops working. ${points} points return to ${name} with their old expiry.`,
  returns: (points: string, day: string) => `${points} until ${day}`,
  returnsForever: (points: string) => `${points} without an end`,
  returnsLate: (points: string) => `${points} would expire at once`,
  released: 'The code is released.',
  extend: 'Extend…',
  extendTitle: (code: string) => `Extend ${code}`,
  extendAction: (day: string) => `Extend to ${day}`,
  newEnd: 'New last day',
  extended: 'The code is valid longer.',
  notLater: 'Choose a day after today.',
  void: 'Void…',
  voidTitle: (code: string) => `Void ${code}`,
  voidAction: 'Void code',
  voidText: 'The code stops working, and its points stay spent. This cannot be undone.',
  isVoid: 'The code is void.',
  reason: 'Reason (for the activity log)',
  happened: 'What happened',
  reserved: (points: string) => `${points} points reserved`,
  issued: 'Code issued',
  used: 'Code used',
  ended: { released: 'Released', expired: 'Expired', releasing: 'Being released' },
  acts: {
    'POST /v1/redemptions/:redemptionId/extend': 'Extended',
    'POST /v1/redemptions/:redemptionId/void': 'Voided',
    'POST /v1/redemptions/:redemptionId/give-back': 'Released by hand',
    'POST /v1/redemptions/:redemptionId/release': 'Released by hand',
    'POST /v1/redemptions/:redemptionId/fulfil': 'Fulfilled',
    'POST /v1/redemptions/:redemptionId/confirm-release': 'Release confirmed',
  },
  by: (name: string) => `by ${name}`,
  copy: 'Copy code',
} as const;

/** Acts by hand, as the log names them. */
export const logOfHands = {
  'POST /v1/redemptions/:redemptionId/extend': 'Extended a code',
  'POST /v1/redemptions/:redemptionId/void': 'Voided a code',
  'POST /v1/redemptions/:redemptionId/give-back': 'Released a code',
  'POST /v1/shoppers/:shopperId/adjustments/:adjustmentId/undo': 'Undid an adjustment',
  'POST /v1/shoppers/:shopperId/gifts': 'Gave a reward',
  'PUT /v1/shoppers/:shopperId/tier': 'Moved a shopper to a tier',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    codes: typeof codes;
    code: typeof code;
    logOfHands: typeof logOfHands;
  }
}
