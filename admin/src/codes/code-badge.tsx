import type { JSX } from 'preact';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import { messages } from '../i18n/messages.ts';

const KINDS: Readonly<Record<RedemptionState, string>> = {
  held: 'warn',
  issued: 'warn',
  used: 'good',
  releasing: 'warn',
  released: '',
  expired: '',
};

/** How a code stands. */
export const StateBadge = ({ of }: { of: RedemptionState }): JSX.Element => (
  <span class={`badge ${KINDS[of]}`}>{messages().codes.states[of]}</span>
);
