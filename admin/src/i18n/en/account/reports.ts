export const reports = {
  text: 'What you are told about the figures by email. Each person chooses for themselves.',
  report: 'Send me the report',
  reportText:
    'In words first: who bought, what changed for sure, and each figure with its range. Sent at 8:00 AM in the program’s time zone.',
  every: 'How often',
  everyHint: 'Applies to everyone on the team who gets the report.',
  everyNow: (period: string) => `How often: ${period}. A manager can change it.`,
  periods: { month: 'Every month, on the 1st', week: 'Every week, on Monday' },
  next: (at: string) => `The next report is sent on ${at}.`,
  alerts: 'Tell me when something changes for sure',
  alertsText:
    'Once a day, the last 28 finished days are compared with the 28 before. You get an email on the day a change is first seen.',
  where: (email: string, language: string) => `To ${email}, in ${language}.`,
  save: 'Save',
  saved: 'Saved.',
  noMail: 'This server cannot send email yet, so nothing arrives.',
  setUpMail: 'Set up email',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    reports: typeof reports;
  }
}
