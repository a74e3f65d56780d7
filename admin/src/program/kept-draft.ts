import type { ProgramDocument } from '@okaeri/shared/program';

/** What was changed and not saved, and what it was made from. */
export interface KeptDraft {
  readonly etag: string;
  readonly base: ProgramDocument;
  readonly document: ProgramDocument;
}

const keyOf = (shopId: string): string => `okaeri.console.draft.${shopId}`;

/** Keeps it in this browser, so that leaving the page loses nothing. */
export const keep = (shopId: string, draft: KeptDraft): void => {
  try {
    localStorage.setItem(keyOf(shopId), JSON.stringify(draft));
  } catch {
    // The browser has no room: the page still has it.
  }
};

export const forgetKept = (shopId: string): void => localStorage.removeItem(keyOf(shopId));

/** What was kept, where there is something. */
export const readKept = (shopId: string): KeptDraft | undefined => {
  const text = localStorage.getItem(keyOf(shopId));
  if (text === null) return undefined;
  // Written by `keep` alone.
  return JSON.parse(text) as KeptDraft;
};
