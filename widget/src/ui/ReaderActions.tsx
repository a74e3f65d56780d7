import { useSignal } from './signals.ts';
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

type Reason = keyof typeof REASONS;
type TextKey =
  | (typeof REASONS)[Reason]
  | 'helps'
  | 'helpsCount'
  | 'report'
  | 'reportWhy'
  | 'reported';

interface Props {
  readonly say: (key: TextKey, values?: { readonly count: number }) => string;
  /** Whether somebody is signed in who may say something. */
  readonly signedIn: boolean;
  readonly helpful: number;
  readonly onVote: () => void;
  readonly onReport: (reason: Reason) => void;
}

/** What a signed-in reader says to what others wrote: that it helps, or what is wrong with it. */
export const ReaderActions = (props: Props): JSX.Element => {
  const { say, signedIn, helpful, onVote, onReport } = props;
  const done = useSignal<'voted' | 'asking' | 'reported' | null>(null);
  const plain = (label: string, onClick: () => void): JSX.Element => (
    <button type="button" class="plain" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <p class="acts">
      {helpful > 0 && <span class="quiet-text">{say('helpsCount', { count: helpful })}</span>}
      {signedIn &&
        done.value === null &&
        plain(say('helps'), () => {
          done.value = 'voted';
          onVote();
        })}
      {signedIn && done.value === null && plain(say('report'), () => (done.value = 'asking'))}
      {done.value === 'asking' && (
        <select
          aria-label={say('reportWhy')}
          onChange={(event) => {
            done.value = 'reported';
            onReport(event.currentTarget.value as Reason);
          }}
        >
          <option value="">{say('reportWhy')}</option>
          {Object.entries(REASONS).map(([reason, key]) => (
            <option key={reason} value={reason}>
              {say(key)}
            </option>
          ))}
        </select>
      )}
      {done.value === 'reported' && <span role="status">{say('reported')}</span>}
    </p>
  );
};
