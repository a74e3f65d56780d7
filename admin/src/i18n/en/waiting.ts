export const waiting = {
  title: 'Waiting for you',
  kinds: {
    reviews: (count: number) => (count === 1 ? 'Review to check' : 'Reviews to check'),
    questions: (count: number) => (count === 1 ? 'Question to check' : 'Questions to check'),
    unanswered: (count: number) => (count === 1 ? 'Question to answer' : 'Questions to answer'),
    cases: (count: number) => (count === 1 ? 'Case to answer' : 'Cases to answer'),
    referrals: (count: number) => (count === 1 ? 'Referral to check' : 'Referrals to check'),
  },
  draft: 'The program draft has changes that are not published.',
  review: 'Review changes',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    waiting: typeof waiting;
  }
}
