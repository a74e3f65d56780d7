import type { ChangeWords } from '../../i18n/changes/shape.ts';
import type { Language } from '../../i18n/messages.ts';
import type { Messages } from '../../i18n/shape.ts';

/** In which words a document is read, and what is known beside it. */
export interface Reading extends ChangeWords {
  readonly messages: Messages;
  readonly language: Language;
  /** What products and collections are called, as far as they are known. */
  readonly productNames: ReadonlyMap<string, string>;
  /** Both states, where things are looked up by their ids. */
  readonly documents: readonly unknown[];
}

/** One state of a document, as the values of its things are read. */
export interface Side extends Reading {
  readonly currency: string;
  readonly timeZone: string;
  /** What tiers count; their thresholds are in it. */
  readonly tierMetric: string;
}

/** The state of a document that a value stands in. */
export const sideOf = (document: unknown, as: Reading): Side => {
  // A draft may have anything there while it is typed.
  const { currency, timeZone, tierPolicy } = (document ?? {}) as {
    currency?: unknown;
    timeZone?: unknown;
    tierPolicy?: { metric?: unknown } | null;
  };
  return {
    ...as,
    currency: isText(currency) && /^[A-Z]{3}$/.test(currency) ? currency : 'USD',
    timeZone: isText(timeZone) && isZone(timeZone) ? timeZone : 'UTC',
    tierMetric: isText(tierPolicy?.metric) ? tierPolicy.metric : 'points',
  };
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
