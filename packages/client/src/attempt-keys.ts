/** The part of `localStorage` that is used. */
export interface KeyStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** Keys of acts that were begun and not yet answered. */
export interface AttemptKeys {
  /** The key of an unfinished attempt, or a new one, kept before anything is sent. */
  begin(act: string): string;
  /** The attempt was answered. */
  end(act: string): void;
}

/**
 * Keeps the Idempotency-Key of an act from before it is sent until it is answered,
 * also over a reload: a lost answer then never costs points.
 */
export const createAttemptKeys = (
  scope: string,
  storage: KeyStorage | undefined = pageStorage(),
): AttemptKeys => {
  const memory = new Map<string, string>();
  const nameOf = (act: string): string => `okaeri:attempt:${scope}:${act}`;
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      // A full or blocked storage: the key is still in memory.
    }
  };
  return {
    begin(act) {
      const name = nameOf(act);
      let key = memory.get(name) ?? null;
      attempt(() => {
        key ??= storage?.getItem(name) ?? null;
      });
      const kept = key ?? crypto.randomUUID();
      memory.set(name, kept);
      attempt(() => storage?.setItem(name, kept));
      return kept;
    },
    end(act) {
      const name = nameOf(act);
      memory.delete(name);
      attempt(() => storage?.removeItem(name));
    },
  };
};

function pageStorage(): KeyStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Storage is blocked: keys live as long as the page.
    return undefined;
  }
}
