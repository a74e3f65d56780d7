import { signal } from '@preact/signals';
import { language, type Language } from './messages.ts';

/** Words that the first screen does without: they come with what needs them, in the console's language. */
export interface LazyWords<Words> {
  /** Asked for when they are first needed; null until they have come. */
  now(): Words | null;
  /** Waits for them; without them where they cannot be fetched. */
  load(): Promise<void>;
}

export const lazyWords = <Words>(
  loaders: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>>,
): LazyWords<Words> => {
  const loaded = signal<{ readonly of: Language; readonly words: Words } | null>(null);
  const asked = new Map<Language, Promise<void>>();
  const fetchIn = async (of: Language): Promise<void> => {
    try {
      const { words } = await loaders[of]();
      loaded.value = { of, words };
    } catch {
      // What can be said without them is said; the next need asks again.
      asked.delete(of);
    }
  };
  const load = (of: Language): Promise<void> => {
    if (loaded.peek()?.of === of) return Promise.resolve();
    const known = asked.get(of) ?? fetchIn(of);
    asked.set(of, known);
    return known;
  };
  return {
    now: () => {
      const of = language.value;
      if (loaded.value?.of === of) return loaded.value.words;
      asked.delete(of);
      void load(of);
      return null;
    },
    load: () => load(language.peek()),
  };
};
