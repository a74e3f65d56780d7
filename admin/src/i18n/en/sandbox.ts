export const sandbox = {
  title: 'Sandbox.',
  clock: (time: string) => `The clock of this shop stands at ${time}.`,
  move: 'Move the clock…',
  moveTitle: 'Move the clock of this sandbox',
  moveText:
    'Everything that is due until then happens: pending points become available, points and codes expire. It cannot be undone.',
  amount: 'How far',
  unit: 'Unit',
  units: { hours: 'Hours', days: 'Days', weeks: 'Weeks' },
  amounts: {
    hours: (count: number) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
    days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
    weeks: (count: number) => `${count} ${count === 1 ? 'week' : 'weeks'}`,
  },
  amountFault: 'Enter a whole number from 1, ten years at most.',
  moveBy: (amount: string) => `Move forward by ${amount}`,
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    sandbox: typeof sandbox;
  }
}
