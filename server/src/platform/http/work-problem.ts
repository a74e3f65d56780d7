import { TookTooLongError, WorkStoppedError } from '../lib/ended-work.ts';
import { QueueFullError } from '../lib/turns.ts';
import { ProblemError } from './problem.ts';

/** What is answered where heavy work had no turn, was ended, or was stopped; undefined for any other error. */
export const workProblem = (error: unknown): ProblemError | undefined => {
  if (error instanceof TookTooLongError)
    return new ProblemError('tookTooLong', `${error.message} Nothing was changed.`);
  if (error instanceof QueueFullError)
    return new ProblemError('busy', `${error.message} Nothing was changed; try again shortly.`);
  // A client that has gone does not read it: it is for those who still wait while the server ends.
  if (error instanceof WorkStoppedError)
    return new ProblemError(
      'busy',
      'The server is stopping. Nothing was changed; try again shortly.',
    );
  return undefined;
};
