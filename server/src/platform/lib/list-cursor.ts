/** The last row of the page before, by what the list is ordered by and by its id. */
export interface ListCursor {
  readonly at: number;
  readonly id: string;
}

/** Where a list begins that goes down, and one that goes up. */
export const FIRST_CURSOR = {
  newest: { at: Number.MAX_SAFE_INTEGER, id: '' },
  oldest: { at: -1, id: '' },
} as const satisfies Record<string, ListCursor>;

/** A cursor out of its text; undefined where it is none of ours. */
export const parseListCursor = (text: string): ListCursor | undefined => {
  const [, at, id] = /^(\d{1,16})_([^\p{Control}]{1,255})$/u.exec(text) ?? [];
  return at === undefined || id === undefined ? undefined : { at: Number(at), id };
};
