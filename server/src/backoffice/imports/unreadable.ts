import type { Refusal } from '@okaeri/shared/errors';

/** What somebody can say so that a file can be read. */
export type Asked = 'encoding' | 'dateOrder';

/** A file that cannot be read; its columns, or what else has to be said of it, so that somebody can say it. */
export const unreadable = (
  detail: string,
  { headers = [], asks }: { headers?: readonly string[]; asks?: Asked | undefined } = {},
): { readonly refused: Refusal } => ({
  refused: {
    code: 'importNotReadable',
    detail,
    ...((headers.length > 0 || asks !== undefined) && {
      extra: { ...(headers.length > 0 && { headers }), ...(asks !== undefined && { asks }) },
    }),
  },
});
