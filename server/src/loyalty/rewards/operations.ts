import {
  merchantRedemptionInput,
  poolInput,
  redemptionFulfilment,
  voucherUnuse,
  voucherUse,
  voucherValidation,
  redemptionInput,
} from '@okaeri/shared/redemptions';
import { atStorefront, type Operations } from '../../operation.ts';

const redeemed = { answers: 'releaseRedemption' } as const;

/** What the API's document says of this area's routes. */
export const rewardsOperations: Operations = {
  'POST /v1/redemptions': {
    id: 'redeemForShopper',
    summary: 'Take a reward for a shopper',
    answers: 'redeemForShopper',
    statuses: [200, 201],
    body: merchantRedemptionInput,
    keyed: true,
  },
  'GET /v1/redemptions': {
    id: 'listRedemptions',
    summary: 'List what shoppers have taken, or find the one of a code',
    answers: 'listCodes',
  },
  'GET /v1/redemptions/{redemptionId}': {
    id: 'getRedemption',
    summary: 'A code: whose it is, what it is worth, what would come back, who did what about it',
    answers: 'getCode',
  },
  'GET /v1/exports/codes': {
    id: 'exportCodes',
    summary: 'A list of codes as a table, all of it',
    answers: { media: 'text/csv' },
  },
  'POST /v1/redemptions/{redemptionId}/release': {
    id: 'releaseRedemption',
    summary: 'Give a reward back for its points',
    ...redeemed,
  },
  'POST /v1/redemptions/{redemptionId}/confirm-release': {
    id: 'confirmRelease',
    summary: 'Say that the platform has deleted a code, so that its points can go back',
    ...redeemed,
  },
  'POST /v1/redemptions/{redemptionId}/fulfil': {
    id: 'fulfilRedemption',
    summary: 'Hand over what a redemption waited for, with its code where it has one',
    ...redeemed,
    body: redemptionFulfilment,
  },
  'POST /v1/redemptions/{redemptionId}/extend': {
    id: 'extendRedemption',
    summary: 'Give a code that was not used another end',
    ...redeemed,
  },
  'POST /v1/redemptions/{redemptionId}/void': {
    id: 'voidRedemption',
    summary: 'End a code for good; its points stay spent',
    ...redeemed,
  },
  'POST /v1/redemptions/{redemptionId}/give-back': {
    id: 'giveBackRedemption',
    summary: 'The same by hand, with a reason for the log',
    ...redeemed,
  },
  'POST /v1/rewards/{rewardId}/codes': {
    id: 'addCodes',
    summary: 'Add codes to the pool of a reward',
    answers: 'addCodes',
    body: poolInput,
  },
  'POST /v1/vouchers/{code}/validate': {
    id: 'validateVoucher',
    summary: 'Whether a code can be used now, and what it is worth',
    answers: 'voucher',
    body: voucherValidation,
  },
  'POST /v1/vouchers/{code}/use': {
    id: 'useVoucher',
    summary: 'Use a code by an order',
    answers: 'voucher',
    body: voucherUse,
  },
  'POST /v1/vouchers/{code}/release': {
    id: 'releaseVoucher',
    summary: 'Undo the use of a code by an order',
    answers: 'voucher',
    body: voucherUnuse,
  },
  ...atStorefront({
    'POST /redemptions': {
      id: 'redeem',
      summary: 'Take a reward',
      answers: 'redeem',
      statuses: [200, 201],
      body: redemptionInput,
      keyed: true,
    },
    'POST /redemptions/{redemptionId}/release': {
      id: 'release',
      summary: 'Give a reward back',
      answers: 'redeem',
    },
  }),
};
