/** Work that goes on beside requests, or after them, and that the database must stay open for. */
export interface UnderWay {
  /** Aborted when the server is to stop: long work ends after the piece it is at. */
  readonly stopping: AbortSignal;
  /** The same, and aborted by `signal` too. */
  until(signal: AbortSignal | undefined): AbortSignal;
  /** Holds the database open until `work` has ended. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Asks everything to stop; resolves when all that is held has ended. */
  stop(): Promise<void>;
}

/** Keeps account of the work that is under way in this process. */
export function createUnderWay(): UnderWay {
  const ending = new AbortController();
  const held = new Set<Promise<unknown>>();
  return {
    stopping: ending.signal,
    until: (signal) =>
      signal === undefined ? ending.signal : AbortSignal.any([ending.signal, signal]),
    hold(work) {
      const ended: Promise<unknown> = work.catch(() => undefined).finally(() => held.delete(ended));
      held.add(ended);
      return work;
    },
    async stop() {
      ending.abort();
      // What ends may have begun something else.
      while (held.size > 0) await Promise.all(held);
    },
  };
}
