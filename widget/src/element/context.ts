import type { Session } from '../app/session.ts';
import type { FirstMessages } from '../i18n/first.ts';

/** What the inline elements of a page share while the widget runs. */
export interface Context {
  readonly session: Session;
  readonly messages: FirstMessages;
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
