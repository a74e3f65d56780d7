import type { Refusal } from '@okaeri/shared/errors';

/** What is answered where the server ends in the middle of a file: what came is kept and does not come twice. */
export const cutOff = (done: number, all: number): { readonly refused: Refusal } => ({
  refused: {
    code: 'busy',
    detail: `Stopped after ${done} of ${all} rows. Send the file again: what came does not come twice.`,
  },
});
