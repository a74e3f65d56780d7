import { Command, InvalidArgumentError, type Command as Program } from 'commander';
import { lazily } from './lazily.ts';

/** Weeks a forecast may look ahead, as the limit says: five years. */
const HORIZON_WEEKS_MAX = 260;
const HORIZON_WEEKS = 26;

const HELP = `
How often shoppers will buy again (BG/NBD) and what a purchase day is worth (Gamma-Gamma),
fitted to the shop's own orders. Orders of one day are one purchase; orders of nobody, of
insiders, cancelled ones, those sent back and those worth nothing do not count.`;

/** `okaeri insights …` */
export const addInsights = (program: Program): void => {
  const insights = new Command('insights').description("says what a shop's orders tell");
  insights
    .command('forecast')
    .description('how often shoppers will buy again')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--as-of <day>', 'the last day that counts, YYYY-MM-DD; today when not given', readDay)
    .option('--horizon-weeks <weeks>', 'how far ahead', readWeeks, HORIZON_WEEKS)
    .option('--include-free-orders', 'count days on which what was bought cost nothing')
    .option('--json', 'one line of JSON')
    .addHelpText('after', HELP)
    .action(lazily(async () => (await import('./actions/insights.ts')).forecast));
  insights
    .command('rebuild')
    .description('compare purchase days with the orders, and put right what differs')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--check', 'change nothing; exit 1 where something differs')
    .option('--json', 'one line of JSON')
    .action(lazily(async () => (await import('./actions/rebuild-days.ts')).rebuild));
  program.addCommand(insights);
};

function readDay(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as 1 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Write a day such as 2026-09-30.');
  return text;
}

function readWeeks(text: string): number {
  const weeks = Number(text);
  if (!/^\d+$/.test(text) || weeks < 1 || weeks > HORIZON_WEEKS_MAX)
    throw new InvalidArgumentError(`Write whole weeks, 1 to ${HORIZON_WEEKS_MAX}.`);
  return weeks;
}
