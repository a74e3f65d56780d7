import { setItem } from '@okaeri/client/device';

/** The parameter that carries a recommendation in a shop's address. */
export const PARAMETER = 'okaeri';
/** Codes are short and plain; whatever else stands in the address is none. */
const CODE = /^[\w-]{1,64}$/;

const nameOf = (shop: string): string => `friend:${shop}`;

/**
 * Saves the code a friend came with, for the order that may come later: the shop reads it from the
 * storage of its page (docs/embedding).
 */
export const saveReferral = (shop: string): void => {
  const code = new URLSearchParams(location.search).get(PARAMETER);
  if (code === null || !CODE.test(code)) return;
  // Where storage is blocked, the recommendation counts as long as it stands in the address.
  setItem(nameOf(shop), code);
};
