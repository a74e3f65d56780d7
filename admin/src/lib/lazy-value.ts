import { signal, type ReadonlySignal } from '@preact/signals';

/** What lies in a chunk of its own and comes when it is first needed: words, rules, or a part of a page. */
export interface LazyValue<Value> {
  /** Asked for when it is first needed; null until it has come. */
  now(): Value | null;
  /** Waits for it; without it where it cannot be fetched. */
  load(): Promise<void>;
  /** The last attempt did not bring it. */
  readonly isLost: ReadonlySignal<boolean>;
}

export const lazyValue = <Value>(fetchNow: () => Promise<Value>): LazyValue<Value> => {
  const found = signal<{ readonly value: Value } | null>(null);
  const isLost = signal(false);
  let asked: Promise<void> | null = null;
  const attempt = async (): Promise<void> => {
    try {
      found.value = { value: await fetchNow() };
      isLost.value = false;
    } catch {
      // What can be done without it is done; the next need asks again.
      asked = null;
      isLost.value = true;
    }
  };
  const load = (): Promise<void> => (asked ??= attempt());
  return {
    now: () => {
      if (found.value === null) void load();
      return found.value?.value ?? null;
    },
    load,
    isLost,
  };
};
