import { keep, kept } from '@okaeri/client/device';

/** The parameter that carries a recommendation in a shop's address. */
export const PARAMETER = 'okaeri';
/** Codes are short and plain; whatever else stands in the address is none. */
const CODE = /^[\w-]{1,64}$/;

const nameOf = (shop: string): string => `friend:${shop}`;

/** Keeps the code a friend came with, for the order that may come later. */
export const keepReferral = (shop: string): void => {
  const code = new URLSearchParams(location.search).get(PARAMETER);
  if (code === null || !CODE.test(code)) return;
  // Where storage is blocked, the recommendation counts as long as it stands in the address.
  keep(nameOf(shop), code);
};

/** The code of whoever recommended the shop to this visitor, for the shop to put on their order. */
export const keptReferral = (shop: string): string | null => {
  const code = new URLSearchParams(location.search).get(PARAMETER);
  if (code !== null && CODE.test(code)) return code;
  return kept(nameOf(shop));
};
