/** What was changed and not saved, and what it was made from. */
export interface KeptDocument<Document> {
  readonly etag: string;
  readonly base: Document;
  readonly document: Document;
}

/** Keeps it in this browser, so that leaving the page loses nothing. */
export const keep = (key: string, kept: KeptDocument<unknown>): void => {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The browser has no room: the page still has it.
  }
};

export const forgetKept = (key: string): void => localStorage.removeItem(key);

/** What was kept, where there is something. */
export const readKept = <Document>(key: string): KeptDocument<Document> | undefined => {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  // Written by `keep` alone, under a key of this kind of document.
  return JSON.parse(text) as KeptDocument<Document>;
};
