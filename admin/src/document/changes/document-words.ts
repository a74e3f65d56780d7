import { lazyValue } from '../../lib/lazy-value.ts';

// How each kind of document is spoken of: the rules are long, and come when the first difference is said.

/** How a program is spoken of. */
export const programWords = lazyValue(
  async () => (await import('./program-change-rules.ts')).programWords,
);

/** How the settings of reviews are spoken of. */
export const reviewWords = lazyValue(
  async () => (await import('./review-change-rules.ts')).reviewWords,
);

/** How the widget's look and words are spoken of. */
export const appearanceWords = lazyValue(
  async () => (await import('./appearance-change-rules.ts')).appearanceWords,
);

/** How the limits of what is sent are spoken of. */
export const contactWords = lazyValue(
  async () => (await import('./settings-change-rules.ts')).contactWords,
);

/** How what is deleted by itself is spoken of. */
export const privacyWords = lazyValue(
  async () => (await import('./settings-change-rules.ts')).privacyWords,
);
