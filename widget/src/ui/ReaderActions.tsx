import type { JSX } from 'preact';
import type { Reason, ReportChoice, ReportKey } from './ReportChoice.tsx';
import { Icon } from './icons.tsx';
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
  const may = signedIn && done.value === null;
  return (
    <p class="acts">
      {!may && helpful > 0 && (
        <span class="quiet-text">{say('helpsCount', { count: helpful })}</span>
      )}
      {may && (
        <>
          <button
            type="button"
            class="chip"
            onClick={() => {
              done.value = 'voted';
              onVote();
            }}
          >
            {say('helps')}
            {helpful > 0 && ` · ${helpful}`}
          </button>
          <button
            type="button"
            class="plain flag"
            aria-label={say('report')}
            onClick={() => void ask()}
          >
            <Icon d="M6 21V4M6 4.5h12l-3 4 3 4H6" />
          </button>
        </>
      )}
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
