/** Calls listeners in the order they came; one that throws stops no other. */
export interface Emitter<Detail> {
  on(listener: (detail: Detail) => void): () => void;
  off(listener: (detail: Detail) => void): void;
  emit(detail: Detail): void;
  /** Whether anybody listens. */
  hasListeners(): boolean;
}

export const createEmitter = <Detail>(): Emitter<Detail> => {
  const listeners = new Set<(detail: Detail) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    off: (listener) => void listeners.delete(listener),
    hasListeners: () => listeners.size > 0,
    emit(detail) {
      for (const listener of listeners)
        try {
          listener(detail);
        } catch (error) {
          console.error('okaeri:', error);
        }
    },
  };
};
