export const referrals = {
  title: 'Referrals',
  text: 'Friends who came through a recommendation. Where a check has doubts, a person decides.',
  tabs: { doubtful: 'To decide', approved: 'Approved', declined: 'Declined' },
  order: (id: string) => `Order ${id}`,
  brought: 'Imported',
  referrer: 'Recommended by',
  friend: 'Friend',
  doubts: 'What the checks found',
  checks: {
    ownOrder: 'Their own order',
    emailVariant: 'Nearly the same address',
    priorCustomer: 'Has bought before',
    minimumBasket: 'Below the minimum order value',
    sameAddress: 'Same place of delivery',
    sharedOrigin: 'Same device or connection',
    addressVelocity: 'Many from one connection',
    referrerVelocity: 'Many by one person',
    merchant: 'Decided by a person',
  },
  approve: 'Approve',
  decline: 'Decline',
  approved: 'Approved: both get their points.',
  declined: 'Declined: no points are given for it.',
  empty: {
    doubtful: 'Nothing waits for you',
    approved: 'Nothing has been approved yet',
    declined: 'Nothing has been declined',
  },
  emptyText: 'Referrals come with the first order of a friend.',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    referrals: typeof referrals;
  }
}
