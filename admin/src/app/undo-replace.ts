import { signal } from '@preact/signals';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { saveJson, readJson } from '../lib/local-json.ts';
import { shopId } from './session.ts';

/** What was there before a programme or its draft was replaced. */
export interface UndoPoint {
  /** Names the draft that came of it. Once there is another, nothing can be undone any more. */
  readonly etag: string;
  /** What was published, where something was published in its place. */
  readonly published: Program | null;
  /** The draft that was saved. */
  readonly draft: ProgramDocument;
  /** The draft as it stood in the forms. */
  readonly typed: ProgramDocument;
  /** Which version is the draft now, where only that was replaced; null where it is a template. */
  readonly version: number | null;
}

/** The undo point of this shop, as this browser knows it; `loadUndoPoint` reads it. */
export const undoPoint = signal<UndoPoint | null>(null);

/** Reads what was kept. */
export const loadUndoPoint = (): void => {
  // Written by `saveUndoPoint` alone.
  undoPoint.value = (readJson(keyOf()) as UndoPoint | undefined) ?? null;
};

/** Keeps it in this browser, so that leaving the page loses nothing. */
export const saveUndoPoint = (of: UndoPoint): void => {
  undoPoint.value = of;
  saveJson(keyOf(), of);
};

/** Lets go of it: it was gone, or is not wanted. */
export const clearUndoPoint = (): void => {
  undoPoint.value = null;
  localStorage.removeItem(keyOf());
};

function keyOf(): string {
  return `okaeri.console.wayBack.${shopId.peek() ?? ''}`;
}
