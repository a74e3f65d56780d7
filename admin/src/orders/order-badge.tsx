import type { OrderStanding } from '@okaeri/shared/list-words';
import type { JSX } from 'preact';

import { messages } from '../i18n/messages.ts';

const KINDS: Readonly<Record<OrderStanding, string>> = {
  unpaid: '',
  partiallyPaid: '',
  paid: 'good',
  partlyRefunded: 'warn',
  refunded: 'warn',
  cancelled: '',
  voided: '',
};

/** Where an order stands. */
export const StandingBadge = ({ of }: { of: OrderStanding }): JSX.Element => (
  <span class={`badge ${KINDS[of]}`}>{messages().orders.standings[of]}</span>
);
