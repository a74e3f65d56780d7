import { PARAMETER } from '../lib/referral-link.ts';

/** The shop's address with a shopper's code in it. */
export const linkWith = (code: string, shareUrl: string | null): string => {
  const url = new URL(shareUrl ?? '/', location.href);
  url.searchParams.set(PARAMETER, code);
  return url.href;
};
