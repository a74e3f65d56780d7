import type { JSX } from 'preact';

/** The words of each reason of the list. */
export const REASONS = {
  spam: 'reasonSpam',
  fake: 'reasonFake',
  unrelated: 'reasonUnrelated',
  profanity: 'reasonProfanity',
  harassment: 'reasonHarassment',
  discrimination: 'reasonDiscrimination',
  privateInformation: 'reasonPrivateInformation',
  illegal: 'reasonIllegal',
  infringement: 'reasonInfringement',
  conflictOfInterest: 'reasonConflictOfInterest',
  other: 'reasonOther',
} as const;

export type Reason = keyof typeof REASONS;
export type ReportKey = (typeof REASONS)[Reason] | 'reportWhy';

/** What is wrong: the choice itself sends it. */
export const ReportChoice = (props: {
  say: (key: ReportKey) => string;
  onReport: (reason: Reason) => void;
}): JSX.Element => {
  const { say, onReport } = props;
  return (
    <select
      aria-label={say('reportWhy')}
      onChange={(event) => onReport(event.currentTarget.value as Reason)}
    >
      <option value="">{say('reportWhy')}</option>
      {Object.entries(REASONS).map(([reason, key]) => (
        <option key={reason} value={reason}>
          {say(key)}
        </option>
      ))}
    </select>
  );
};
