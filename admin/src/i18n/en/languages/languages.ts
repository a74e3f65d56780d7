export const languages = {
  title: 'Languages',
  text: 'You are asked for names and texts in these. What shoppers write in another script is checked first.',
  which: 'Languages of the shop',
  hint: 'If you choose none, you are asked for English and Japanese, and any script is accepted.',
  where: 'Where your texts are',
  names: 'Names of points, rewards and tiers',
  texts: 'Texts of the widget',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    languages: typeof languages;
  }
}
