import { PARAMETER } from '../lib/referral-link.ts';

/** The shop's address with a shopper's code in it. */
export const linkWith = (code: string, shareUrl: string | null): string => {
  const url = new URL(shareUrl ?? '/', location.href);
  url.searchParams.set(PARAMETER, code);
  return url.href;
};

/** Where a link can be sent from a device without a share sheet, by name: nobody's logo is shown. */
export const targetsFor = (
  title: string,
  url: string,
): readonly { readonly name: string | null; readonly href: string }[] => {
  const [subject, body, both] = [title, url, `${title} ${url}`].map(encodeURIComponent);
  return [
    { name: 'LINE', href: `https://line.me/R/share?text=${both}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { name: null, href: `mailto:?subject=${subject}&body=${body}` },
  ];
};
