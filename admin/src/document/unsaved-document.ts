import { shopId } from '../app/session.ts';
import { saveJson, readJson } from '../lib/local-json.ts';

/** What was changed and not saved, and what it was made from. */
export interface UnsavedDocument<Document> {
  readonly etag: string;
  readonly base: Document;
  readonly document: Document;
}

/** Names a document of this shop among what this browser keeps. */
export const documentKey = (name: string): string =>
  `okaeri.console.${name}.${shopId.peek() ?? ''}`;

/** Keeps it in this browser, so that leaving the page loses nothing. */
export const saveUnsaved = (key: string, kept: UnsavedDocument<unknown>): void =>
  saveJson(key, kept);

export const clearUnsaved = (key: string): void => localStorage.removeItem(key);

/** What was kept, where there is something. */
export const readUnsaved = <Document>(key: string): UnsavedDocument<Document> | undefined =>
  // Written by `saveUnsaved` alone, under a key of this kind of document.
  readJson(key) as UnsavedDocument<Document> | undefined;

/** Remembers the state that this browser saved last: in another window it is nobody else's. */
export const noteSaved = (key: string, etag: string): void => {
  try {
    localStorage.setItem(savedKey(key), etag);
  } catch {
    // Then another window takes it for somebody else's, as it would without this.
  }
};

/** Whether this browser saved that state. */
export const wasSavedHere = (key: string, etag: string): boolean =>
  localStorage.getItem(savedKey(key)) === etag;

function savedKey(key: string): string {
  return `${key}.saved`;
}
