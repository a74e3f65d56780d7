/** Parts of the draft, each a page of its own. */
export const DRAFT_TABS = [
  'draft',
  'earning',
  'rewards',
  'tiers',
  'campaigns',
  'segments',
  'goals',
  'text',
] as const;
export type DraftPart = (typeof DRAFT_TABS)[number];
