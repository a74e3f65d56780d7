export const mail = {
  title: 'Sender and contact limits',
  text: 'Outgoing messages, and how often a shopper hears from you without having asked.',
  server: 'Outgoing email',
  none: 'No mail server is set up',
  noneText:
    'Review requests, answers to questions and new passwords wait until there is one. The person who runs the server sets these and restarts it:',
  from: (address: string) => `Messages come from ${address}.`,
  test: 'Send me a test message',
  sent: (address: string) => `A message for ${address} was taken by the mail server.`,
  budget: 'How often',
  budgetText:
    'One limit for everything a shopper did not ask for, on pages and by email. What a shopper opens does not count.',
  daysBetween: 'Days between two contacts',
  perMonth: 'Contacts in thirty days, at most',
  quietHours: { from: 'No email from', to: 'until' },
  quietText: 'In the program’s time zone. Choose the same hour twice for no quiet hours.',
  toReviews: 'When reviews are asked for',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    mail: typeof mail;
  }
}
