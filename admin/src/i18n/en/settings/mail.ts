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
  quietHours: { from: 'No email from', to: 'No email until' },
  quietText:
    'In the shopper’s time zone where it is known, else in the program’s. Choose the same hour twice for no quiet hours.',
  consent: 'Consent and sender',
  doubleOptIn: 'Ask shoppers to confirm marketing emails by email (double opt-in)',
  addressesChildren: 'The shop addresses children: no marketing, no profiling',
  holdout: 'Share without marketing, in percent',
  holdoutHint: 'Drawn once per shopper, so that the others can be compared with them.',
  imprint: 'Who sends, with the postal address',
  imprintHint: 'Stands at the end of every message but those a shopper waits for.',
  own: 'Your own sender',
  ownText:
    'Until your domain is proved, messages come from the server’s address under your shop’s name.',
  ownName: 'Sender name',
  ownAddress: 'Sender address',
  replyTo: 'Answers go to',
  proved: 'Your domain is proved. Messages come from your address.',
  notProved: 'Enter these records where your domain is kept, then check again.',
  record: 'Record',
  host: 'Name',
  value: 'Value',
  found: 'Found',
  missing: 'Missing',
  notChecked: 'Not checked',
  check: 'Save and check',
  saved: 'The sender is saved.',
  records: {
    proof: 'Proof that it is yours',
    spf: 'SPF',
    dkim: 'DKIM, from your mail provider',
    dmarc: 'DMARC',
  },
  toReviews: 'When reviews are asked for',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    mail: typeof mail;
  }
}
