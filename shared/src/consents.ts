import { z } from 'zod';
import { id, instant } from './values.ts';

/** What shoppers allow or refuse, each on its own: letters about offers, requests for reviews … */
export const consentPurpose = z.enum([
  'marketing',
  'reviews',
  'surveys',
  'care',
  'community',
  'profiling',
]);
export type ConsentPurpose = z.infer<typeof consentPurpose>;

/** Where they are spoken to. */
export const consentChannel = z.enum(['email', 'page']);
export type ConsentChannel = z.infer<typeof consentChannel>;

/** What somebody has said about one purpose on one channel; `none` and `expired` are no statements. */
export const CONSENT_STATES = [
  'none',
  'pending',
  'softOptIn',
  'given',
  'withdrawn',
  'expired',
] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
