import type { Session } from '@okaeri/client/session';
import type { FirstMessages } from '../i18n/first.ts';
import type { Language } from '../i18n/languages.ts';
import type { Snippet } from '../loader/types.ts';
import type { PanelModule } from './panel-module.ts';

/** What the inline elements of a page share while the widget runs. */
export interface Context {
  readonly session: Session;
  readonly snippet: Snippet;
  readonly messages: FirstMessages;
  /** The sheet with the shop's theme, which changes as the programme comes. */
  readonly theme: CSSStyleSheet;
  /** The Preact core, fetched when it is first wanted. */
  readonly loadCore: () => Promise<PanelModule>;
  /** Opens the panel, at one of its pages. */
  readonly open: (page?: string) => void;
  /** Starts over in a language the shopper has chosen. */
  readonly setLanguage: (language: Language) => void;
}

type Listener = (context: Context | null) => void;

let current: Context | null = null;
const listeners = new Set<Listener>();

/** Elements may be on the page long before the widget starts, and after it has gone. */
export const setContext = (context: Context | null): void => {
  current = context;
  for (const listener of listeners) listener(context);
};

/** Calls the listener now and at every start and end of the widget. The answer stops it. */
export const watchContext = (listener: Listener): (() => void) => {
  listeners.add(listener);
  listener(current);
  return () => listeners.delete(listener);
};
