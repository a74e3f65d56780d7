import type { MeAndProgram } from '@okaeri/shared/storefront';
import { sha256 } from '../../platform/lib/digest.ts';

/** Before this name stands all that is shown; what follows is the time of the answer alone. */
const TIME = ',"asOf":"';

/**
 * A shopper's view as it is sent, and its tag (`ETag`, RFC 9110, 8.8.3). The tag is of everything but the time of
 * the answer: it is a weak one, of an answer that says the same at another time.
 */
export const writeMe = (me: MeAndProgram): { text: string; etag: string } => {
  const text = JSON.stringify(me);
  const shown = text.slice(0, text.lastIndexOf(TIME));
  return { text, etag: `W/"${sha256(shown)}"` };
};
