import { AskError } from './ask.ts';
import { faultText } from '../i18n/fault-text.ts';
import { tell } from './toasts.ts';

/** Does something and says how it went; gives undefined where it did not go. */
export const act = async <T>(work: () => Promise<T>, said?: string): Promise<T | undefined> => {
  try {
    const done = await work();
    if (said !== undefined) tell('done', said);
    return done;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    tell('failed', faultText(error));
    return undefined;
  }
};
