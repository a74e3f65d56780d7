/** What can stand inside the shop's own page: the whole programme, or one thing of it. */
export type Part = 'page' | 'rewards' | 'reviews' | 'questions' | 'tier' | 'referral' | 'nudge';
