import type { Appearance } from '@okaeri/shared/appearance';

/** What the console tells the page in which the widget is looked at. */
export interface FrameMessage {
  readonly kind: 'okaeri-show';
  /** What the widget is to look like; null for what is saved. */
  readonly appearance: Appearance | null;
  readonly scheme: 'light' | 'dark';
  /** A token to look with; null for a guest. */
  readonly token: string | null;
}

/** What that page answers: it listens, or the panel is open. */
export interface FrameAnswer {
  readonly kind: 'okaeri-ready' | 'okaeri-open';
}

/** Where that page is, for a shop and a language. */
export const framePath = (publicKey: string, language: string): string =>
  `/console/frame?${String(new URLSearchParams({ shop: publicKey, lang: language }))}`;
