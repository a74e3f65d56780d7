export const mail = {
  title: 'Sender and contact limits',
  text: 'Outgoing messages, and how often a shopper hears from you without having asked.',
  server: 'Outgoing e-mail',
  none: 'No mail server is set up',
  noneText:
    'Requests for reviews by e-mail, answers to questions and new passwords wait until there is one. The person who runs the server sets these and restarts it:',
  from: (address: string) => `Messages come from ${address}.`,
  test: 'Send me a test message',
  sent: (address: string) => `A message for ${address} was taken by the mail server.`,
  budget: 'How often',
  budgetText:
    'One budget for all contacts that a shopper did not ask for, on pages and by e-mail. What a shopper opens does not count.',
  daysBetween: 'Days between two contacts',
  perMonth: 'Contacts in thirty days, at most',
  quietHours: { from: 'No e-mail from', to: 'until' },
  quietText: 'In the programme’s time zone. The same hour twice: no quiet hours.',
  toReviews: 'When reviews are asked for',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    mail: typeof mail;
  }
}
