import type { Counted } from '@okaeri/shared/list-parts';
import { messages } from '../../i18n/messages.ts';
import { formatCount } from '../../lib/format.ts';

/** `3,912`, or that there are more than were counted. */
export const countText = ({ count, isMore }: Counted): string =>
  isMore ? messages().tables.moreThan(formatCount(count)) : formatCount(count);
