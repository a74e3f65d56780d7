/** How long after G a letter still names a page. */
export const GO_WITHIN_MS = 1500;

/** What was pressed last, and when. */
export interface Pressed {
  readonly key: string;
  readonly atMs: number;
}

/** The letter of the page that is asked for: the one pressed soon after G; null where it is something else. */
export const letterAfterG = (before: Pressed | null, now: Pressed): string | null =>
  before?.key.toLowerCase() === 'g' && now.atMs - before.atMs <= GO_WITHIN_MS
    ? now.key.toLowerCase()
    : null;
