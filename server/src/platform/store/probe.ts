import { StoreUnavailableError } from './store.ts';

/** What is asked: a page of a table must be found for it. */
export const PROBE = 'select 1 from shops limit 1';

/**
 * Shares one question among all who ask at once, and gives each an answer within `limitMs`. A
 * database that does not answer is never asked twice at the same time.
 */
export function createProbe(ask: () => Promise<unknown>, limitMs: number): () => Promise<void> {
  let asked: Promise<unknown> | undefined;
  return async () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    await within(asked, limitMs);
  };
}

function within(answer: Promise<unknown>, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StoreUnavailableError('The database did not answer in time.')),
      limitMs,
    );
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
