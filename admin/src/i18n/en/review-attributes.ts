export const reviewAttributes = {
  title: 'Questions beside the stars',
  text: 'Such as how something fits. Shoppers choose one answer; readers see how many chose each.',
  add: 'Add a question',
  newName: 'How does it fit?',
  newChoices: ['Too small', 'As expected', 'Too large'],
  newChoice: 'Another answer',
  question: (language: string) => `Question (${language})`,
  answer: (n: number, language: string) => `Answer ${n} (${language})`,
  answerOf: (n: number) => `answer ${n}`,
  addAnswer: 'Add an answer',
  products: 'Asked about these products',
  productsHint: 'Leave empty for all products.',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    reviewAttributes: typeof reviewAttributes;
  }
}
