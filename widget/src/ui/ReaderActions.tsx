import type { JSX } from 'preact';
import type { Reason, ReportChoice, ReportKey } from './ReportChoice.tsx';
import { useSignal } from './signals.ts';

interface Props {
  readonly say: (
    key: ReportKey | 'helps' | 'helpsCount' | 'report' | 'reported',
    values?: { readonly count: number },
  ) => string;
  /** Fetches the words of the reasons. */
  readonly onAsk: () => Promise<void>;
  /** Whether somebody is signed in who may say something. */
  readonly signedIn: boolean;
  readonly helpful: number;
  readonly onVote: () => void;
  readonly onReport: (reason: Reason) => void;
}

/** What a signed-in reader says to what others wrote: that it helps, or what is wrong with it. */
export const ReaderActions = (props: Props): JSX.Element => {
  const { say, onAsk, signedIn, helpful, onVote, onReport } = props;
  const done = useSignal<'voted' | 'reported' | typeof ReportChoice | null>(null);
  const Choice = typeof done.value === 'function' ? done.value : null;
  // Few report: the reasons come with the wish.
  const ask = async (): Promise<void> => {
    const both = Promise.all([import('./ReportChoice.tsx'), onAsk()]);
    const file = await both.catch(() => null);
    done.value = file && file[0].ReportChoice;
  };
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
      {signedIn && done.value === null && plain(say('report'), () => void ask())}
      {Choice && (
        <Choice
          say={say}
          onReport={(reason) => {
            done.value = 'reported';
            onReport(reason);
          }}
        />
      )}
      {done.value === 'reported' && <span role="status">{say('reported')}</span>}
    </p>
  );
};
