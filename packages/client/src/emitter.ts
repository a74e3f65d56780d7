/** Calls listeners in the order they came; one that throws stops no other. */
export interface Emitter<Detail> {
  on(listener: (detail: Detail) => unknown): () => void;
  off(listener: (detail: Detail) => unknown): void;
  /** Gives what each listener gave: false for one that threw. */
  emit(detail: Detail): unknown[];
  /** Whether anybody listens. */
  hasListeners(): boolean;
}

export const createEmitter = <Detail>(): Emitter<Detail> => {
  const listeners = new Set<(detail: Detail) => unknown>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    off: (listener) => void listeners.delete(listener),
    hasListeners: () => listeners.size > 0,
    emit: (detail) =>
      [...listeners].map((listener) => {
        try {
          return listener(detail);
        } catch (error) {
          console.error('okaeri:', error);
          return false;
        }
      }),
  };
};
