import type { Language } from './languages.ts';
import type { LanguageTexts, LaterTexts } from './messages.ts';

const FILES = import.meta.glob<Awaited<ReturnType<LaterTexts>>>([
  './*/{panel,more,order,survey,review,write}.ts',
  '!./en/*',
]);

/** The words of a language other than English. */
export const otherTexts = (language: Language): LanguageTexts => {
  const part = (name: keyof LanguageTexts): LaterTexts => {
    const load = FILES[`./${language}/${name}.ts`];
    if (load === undefined) throw new Error(`${language} has no words of the ${name}.`);
    return load;
  };
  return {
    panel: part('panel'),
    more: part('more'),
    order: part('order'),
    survey: part('survey'),
    review: part('review'),
    write: part('write'),
  };
};
