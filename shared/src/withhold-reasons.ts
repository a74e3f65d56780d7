/**
 * Why a review may be withheld: a closed list, none of them a number of stars (16 CFR 465.7(b)). Without a
 * schema, so that pages can show the list without the library that checks it.
 */
export const WITHHOLD_REASONS = [
  'spam',
  'fake',
  'unrelated',
  'profanity',
  'harassment',
  'discrimination',
  'privateInformation',
  'illegal',
  'infringement',
  'conflictOfInterest',
] as const;
