import { lazyValue, type LazyValue } from '../lib/lazy-value.ts';
import { language, type Language } from './messages.ts';

/** Words that the first screen does without: they come with what needs them, in the console's language. */
export const lazyWords = <Words>(
  loaders: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>>,
): Pick<LazyValue<Words>, 'now' | 'load'> => {
  const wordsOf = (of: Language): LazyValue<Words> =>
    lazyValue(async () => (await loaders[of]()).words);
  const words: Readonly<Record<Language, LazyValue<Words>>> = {
    en: wordsOf('en'),
    ja: wordsOf('ja'),
  };
  return {
    now: () => words[language.value].now(),
    load: () => words[language.peek()].load(),
  };
};
