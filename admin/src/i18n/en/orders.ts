import { plural } from '../plural.ts';

export const orders = {
  title: 'Orders',
  text: 'Every order that has arrived, with its points.',
  search: 'Order number',
  number: 'Order',
  placed: 'Placed',
  standing: 'Status',
  shopper: 'Shopper',
  shopperId: 'Shopper ID',
  from: 'Placed from',
  until: 'Placed before',
  items: 'Items',
  itemCount: (count: number) => plural(count, 'item', 'items'),
  total: 'Total',
  refunded: 'Refunded',
  points: 'Points',
  nobody: 'No shopper',
  empty: 'No orders yet',
  emptyText: 'They appear as soon as your shop sends them.',
  all: 'All',
  standings: {
    unpaid: 'Unpaid',
    partiallyPaid: 'Partly paid',
    paid: 'Paid',
    partlyRefunded: 'Partly refunded',
    refunded: 'Refunded',
    cancelled: 'Canceled',
    voided: 'Voided',
  },
} as const;

export const order = {
  title: (id: string) => `Order ${id}`,
  unknown: 'There is no such order',
  unknownText: 'Nothing was received about this number.',
  updated: (time: string) => `last change ${time}`,
  delivered: (day: string) => `Delivered ${day}`,
  pointsNow: 'Points of this order',
  pointsPending: (count: string, day: string) => `${count} pending, available on ${day}`,
  pointsWait: (count: string) => `${count} pending`,
  pointsAvailable: 'All available',
  pointsNone: 'None',
  earned: 'Earned',
  deducted: 'Deducted for refunds',
  spent: 'Points spent on it',
  noCode: 'No reward code was used',
  forgiven: (points: string) => `${points} not deducted: the shopper had spent them`,
  lines: 'Items and points',
  item: 'Item',
  quantity: 'Qty',
  paid: 'Paid',
  counts: 'Counts',
  linePoints: 'Points',
  why: 'Why none',
  shipping: 'Shipping',
  sum: 'Total',
  lineRefunded: (money: string) => `${money} refunded`,
  reasons: {
    notOwned: 'No shopper is known for this order',
    closed: 'The order was canceled or voided',
    refunded: 'Refunded',
    shippingDoesNotCount: 'Shipping does not earn points',
    outOfScope: 'Not part of any earning rule',
    nothingPaid: 'Nothing was paid for it',
    noPoints: 'Less than one point',
  },
  calculated: (rule: string, version: number) =>
    `Calculated with program version ${version}, rule “${rule}”.`,
  platformAgrees: (total: string) => `Your shop system also says ${total}.`,
  platformDiffers: (told: string, read: string) =>
    `Your shop system says ${told}; what was received adds up to ${read}. Points follow what was received.`,
  happened: 'What happened',
  events: {
    earn: 'Points earned',
    clawback: 'Points deducted for a refund',
    mature: 'Points became available',
    expire: 'Points expired',
    adjust: 'Points adjusted',
    merge: 'Moved with a merge',
  },
  received: 'Order placed',
  paidAt: 'Paid',
  fulfilledAt: 'Sent',
  deliveredAt: 'Delivered',
  cancelledAt: 'Canceled',
  eventPoints: (points: string) => `${points} points`,
  code: 'Code used',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    orders: typeof orders;
    order: typeof order;
  }
}
