import { AskError } from './request.ts';
import { faultText } from '../i18n/fault-text.ts';
import { tell } from './toasts.ts';

type Outcome<T> = { readonly done: T } | { readonly fault: AskError };

/** Does something; a fault is for the caller to show, where whoever has to mend it looks. */
export const attemptTo = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return { fault: error };
  }
};

/** Does something and says how it went; gives undefined where it did not go. */
export const act = async <T>(work: () => Promise<T>, said?: string): Promise<T | undefined> => {
  const outcome = await attemptTo(work);
  if ('fault' in outcome) {
    tell('failed', faultText(outcome.fault));
    return undefined;
  }
  if (said !== undefined) tell('done', said);
  return outcome.done;
};
