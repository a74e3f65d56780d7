import { activityInput } from '@okaeri/shared/activities';
import { clockAdvance } from '@okaeri/shared/access';
import { orderState } from '@okaeri/shared/orders';
import { reconcileInput } from '@okaeri/shared/reconciliation';
import {
  merchantRedemptionInput,
  poolInput,
  redemptionFulfilment,
  voucherUnuse,
  voucherUse,
  voucherValidation,
} from '@okaeri/shared/redemptions';
import { batchInput } from '@okaeri/shared/shoppers';
import { cardInput } from '@okaeri/shared/till';
import type { Operations } from './operation.ts';

const redeemed = { answers: 'releaseRedemption' } as const;

/** What a shop's backend, its till and its checkout call. */
export const SALES: Operations = {
  'PUT /v1/orders/{orderId}': {
    id: 'putOrder',
    summary: 'Take the full present state of an order; its points follow it',
    answers: 'putOrder',
    statuses: [200, 201],
    body: orderState,
  },
  'GET /v1/orders/{orderId}': {
    id: 'getOrder',
    summary: 'The points of an order as they stand',
    answers: 'getOrder',
  },
  'POST /v1/orders/reconcile': {
    id: 'reconcileOrders',
    summary: 'Compare orders with what is posted, and repair what differs',
    answers: 'reconcileOrders',
    body: reconcileInput,
  },
  'POST /v1/activities': {
    id: 'recordActivity',
    summary: 'Report something a shopper did that may earn',
    answers: 'recordActivity',
    statuses: [200, 201],
    body: activityInput,
  },
  'DELETE /v1/activities/{activityId}': {
    id: 'removeActivity',
    summary: 'Take an act back, and its points with it',
    answers: 'removeActivity',
  },
  'POST /v1/redemptions': {
    id: 'redeemForShopper',
    summary: 'Take a reward for a shopper',
    answers: 'redeemForShopper',
    statuses: [200, 201],
    body: merchantRedemptionInput,
    keyed: true,
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
  'POST /v1/till/lookup': {
    id: 'lookUpCard',
    summary: 'Who holds the card that was shown at a till',
    answers: 'lookUpCard',
    body: cardInput,
  },
  'POST /v1/adjustments': {
    id: 'adjustMany',
    summary: 'Give or take points of many shoppers at once',
    answers: 'adjustMany',
    body: batchInput,
  },
  'POST /v1/adjustments/{batchId}/undo': {
    id: 'undoAdjustments',
    summary: 'Undo a batch of adjustments',
    answers: 'undoAdjustments',
  },
  'GET /v1/clock': { id: 'getClock', summary: 'What time it is in the shop', answers: 'getClock' },
  'POST /v1/clock/advance': {
    id: 'advanceClock',
    summary: 'Move the clock of a sandbox shop forward',
    answers: 'getClock',
    body: clockAdvance,
  },
  'GET /v1/gifts/{giftId}/draws': {
    id: 'listDraws',
    summary: 'Every draw of a gift, with what it was drawn from',
    answers: 'listDraws',
  },
};
