import { signal } from '@preact/signals';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { keepJson, readJson } from '../lib/local-json.ts';
import { shopId } from './session.ts';

/** What was there before a programme or its draft was replaced. */
export interface WayBack {
  /** Names the draft that came of it. Once there is another, there is no way back from here. */
  readonly etag: string;
  /** What was published, where something was published in its place. */
  readonly published: Program | null;
  /** The draft that was saved. */
  readonly draft: ProgramDocument;
  /** The draft as it stood in the forms. */
  readonly typed: ProgramDocument;
  /** Which version is the draft now, where only that was replaced. */
  readonly version: number;
}

const keyOf = (): string => `okaeri.console.wayBack.${shopId.peek() ?? ''}`;

/** The way back of this shop, as this browser knows it; `loadWayBack` reads it. */
export const wayBack = signal<WayBack | null>(null);

/** Reads what was kept. */
export const loadWayBack = (): void => {
  // Written by `keepWayBack` alone.
  wayBack.value = (readJson(keyOf()) as WayBack | undefined) ?? null;
};

/** Keeps it in this browser, so that leaving the page loses nothing. */
export const keepWayBack = (of: WayBack): void => {
  wayBack.value = of;
  keepJson(keyOf(), of);
};

/** Lets go of it: it was gone, or is not wanted. */
export const dropWayBack = (): void => {
  wayBack.value = null;
  localStorage.removeItem(keyOf());
};
