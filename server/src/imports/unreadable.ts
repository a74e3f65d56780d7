import type { Refusal } from '@okaeri/shared/errors';

/** A file that cannot be read; its columns, where those are known, so that somebody can say which is what. */
export const unreadable = (
  detail: string,
  headers: readonly string[] = [],
): { readonly refused: Refusal } => ({
  refused: {
    code: 'importNotReadable',
    detail,
    ...(headers.length > 0 && { extra: { headers } }),
  },
});
