/** How often a line about the same kind of failure is written, in milliseconds. */
export const SAME_FAILURE_MS = 1000;

interface Closed {
  leftOut: number;
  write: (leftOut: number) => void;
}

/** Takes a kind of failure, of which there are few, and what writes its line. */
export type FloodGate = (kind: string, write: (leftOut: number) => void) => void;

/**
 * Lets one line of a kind through at once, and then one each `everyMs` that says how many were left
 * out before it: a database that is away must not fill a disk with its log.
 */
export function createFloodGate(everyMs: number = SAME_FAILURE_MS): FloodGate {
  const closed = new Map<string, Closed>();

  const openLater = (kind: string, state: Closed): void => {
    setTimeout(() => {
      const { leftOut, write } = state;
      if (leftOut === 0) {
        closed.delete(kind);
        return;
      }
      state.leftOut = 0;
      // The line itself is the last of those that waited.
      write(leftOut - 1);
      openLater(kind, state);
    }, everyMs).unref();
  };

  return (kind, write) => {
    const state = closed.get(kind);
    if (state !== undefined) {
      state.leftOut += 1;
      state.write = write;
      return;
    }
    const opened = { leftOut: 0, write };
    closed.set(kind, opened);
    openLater(kind, opened);
    write(0);
  };
}
