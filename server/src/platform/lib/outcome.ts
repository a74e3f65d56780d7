import type { Refusal } from '@okaeri/shared/errors';

/** What a verb gives: what was asked for, or why it is refused. Nothing was changed where it is. */
export type Outcome<Ok> = { readonly ok: Ok } | { readonly refused: Refusal };
