/** Bytes of a page of the database, and of one in its log but for its header. */
export const PAGE_BYTES = 4096;

/**
 * After how many pages of log it is written back to the database: some 32 MB where there is room, for fewer
 * writes of pages under load; never less than 1 MB, as each time costs a sync of the whole.
 */
export const LOG_PAGES = { min: 250, max: 8000 } as const;

/** Which part of what the disk could give the log may take: the rest is for the database to grow. */
const LOG_PART = 1 / 4;

/**
 * After how many pages the log is written back, so that it never fills a small disk by itself: a log that
 * has taken all there was could not be written back either, as the database could not grow.
 *
 * @param room bytes that are free on the disk, and bytes the log has already
 */
export const logPagesFor = (room: { freeBytes: number; logBytes: number }): number => {
  const pages = Math.floor(((room.freeBytes + room.logBytes) * LOG_PART) / PAGE_BYTES);
  return Math.min(LOG_PAGES.max, Math.max(LOG_PAGES.min, pages));
};
