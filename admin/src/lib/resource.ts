import { signal, type ReadonlySignal } from '@preact/signals';
import { ApiError } from './request.ts';

/** Something that is asked of the server: what is known of it, and how it stands. */
export interface Resource<T> {
  /** Undefined until it has come for the first time. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly fault: ReadonlySignal<ApiError | null>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Asks (again). What is known stays until the answer comes; of two askings the later counts. */
  load(): Promise<void>;
  /** Puts in what is known to be so. */
  set(value: T): void;
}

/** Makes one; nothing is asked yet. */
export const createResource = <T>(fetchValue: () => Promise<T>): Resource<T> => {
  const value = signal<T | undefined>(undefined);
  const fault = signal<ApiError | null>(null);
  const isLoading = signal(false);
  let last = 0;
  return {
    value,
    fault,
    isLoading,
    async load() {
      last += 1;
      const mine = last;
      isLoading.value = true;
      try {
        const found = await fetchValue();
        if (mine !== last) return;
        value.value = found;
        fault.value = null;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (mine === last) fault.value = error;
      } finally {
        if (mine === last) isLoading.value = false;
      }
    },
    set(next) {
      value.value = next;
    },
  };
};
