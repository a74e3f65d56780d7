import type { BoughtLine, ListedTransaction, Receipt } from '@okaeri/shared/ledger';

/** A row of a history; a test changes what it is about. */
export const aRow = (change: Partial<ListedTransaction> = {}): ListedTransaction => ({
  id: 'tx_1',
  at: '2026-11-28T10:00:00Z',
  effectiveAt: '2026-11-28T10:00:00Z',
  kind: 'earn',
  source: { kind: 'order', id: 'K-1' },
  points: 265,
  state: 'available',
  label: 'Order K-1',
  reason: null,
  matureAt: null,
  expireAt: null,
  balanceAfter: { pending: 0, available: 265 },
  receipt: null,
  bought: [],
  ...change,
});

/** Two mugs for ¥5,300, with so many back. */
export const mugs = (refundedQuantity = 0, change: Partial<BoughtLine> = {}): BoughtLine => ({
  lineId: 'mug',
  productId: 'mug',
  product: { title: { en: 'Everyday mug' }, url: null, imageUrl: null },
  quantity: 2,
  refundedQuantity,
  grossMinor: 5300,
  refundedMinor: refundedQuantity * 2650,
  ...change,
});

/** The receipt of the two mugs: 265 points, and so many kept. */
export const aReceipt = (kept = 265, change: Partial<Receipt> = {}): Receipt => ({
  ruleId: 'order',
  programVersion: 1,
  basisMinor: 5300,
  currency: 'JPY',
  rate: { amountMinor: 20, points: 1 },
  multiplier: '1',
  rounding: 'floor',
  desired: 265,
  awarded: 265,
  cap: null,
  campaignId: null,
  reason: null,
  lines: [{ lineId: 'mug', basisMinor: 5300, share: 265, kept }],
  ...change,
});
