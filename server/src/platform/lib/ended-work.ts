/** Work was given more time than it may take, and was ended. */
export class TookTooLongError extends Error {
  override readonly name = 'TookTooLongError';
  /** @param advice what could be asked for instead, as in "choose a shorter period" */
  constructor(timeoutMs: number, advice?: string) {
    const what = `It took longer than ${timeoutMs / 1000} seconds`;
    super(advice === undefined ? `${what}.` : `${what}: ${advice}.`);
  }
}

/** Work was ended before it was done: nobody waits for it any more, or the server is stopping. */
export class WorkStoppedError extends Error {
  override readonly name = 'WorkStoppedError';
  constructor() {
    super('The work was stopped before it was done.');
  }
}

/** @throws WorkStoppedError once the giver of the signal wants no more of the work */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new WorkStoppedError();
}
