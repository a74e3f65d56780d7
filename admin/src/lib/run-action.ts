import { ApiError } from './request.ts';
import { faultText } from '../i18n/fault-text.ts';
import { showToast } from './toasts.ts';

type Outcome<T> = { readonly done: T } | { readonly fault: ApiError };

/** Does something; a fault is for the caller to show, where the person who has to mend it looks. */
export const tryAction = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { fault: error };
  }
};

/** Does something and says how it went; gives undefined where it did not go. */
export const runAction = async <T>(
  work: () => Promise<T>,
  said?: string,
): Promise<T | undefined> => {
  const outcome = await tryAction(work);
  if ('fault' in outcome) {
    showToast('failed', faultText(outcome.fault));
    return undefined;
  }
  if (said !== undefined) showToast('done', said);
  return outcome.done;
};
