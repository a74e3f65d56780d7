import type { JSX } from 'preact';
import type { SurveyState } from '@okaeri/shared/surveys';
import { messages } from '../i18n/messages.ts';

const KINDS: Readonly<Record<SurveyState, string>> = {
  draft: 'warn',
  running: 'good',
  paused: 'warn',
  ended: '',
};

/** Where a survey stands. */
export const StateBadge = ({ of }: { of: SurveyState }): JSX.Element => (
  <span class={`badge ${KINDS[of]}`}>{messages().surveys.states[of]}</span>
);
