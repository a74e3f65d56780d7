import { Command, InvalidArgumentError, type Command as Program } from 'commander';
import { lazily } from './lazily.ts';

/** Weeks a forecast may look ahead, as the limit says: five years. */
const HORIZON_WEEKS_MAX = 260;
const HORIZON_WEEKS = 26;
/** Cohorts that are told, as the limit says: five years. */
const MONTHS_MAX = 60;
const MONTHS = 12;
/** Days that are compared with as many before them. */
const DAYS_MAX = 365;
const DAYS = 28;

const HELP = `
How often shoppers will buy again (BG/NBD) and what a purchase day is worth (Gamma-Gamma),
fitted to the shop's own orders. Orders of one day are one purchase; orders of nobody, of
insiders, cancelled ones, those sent back and those worth nothing do not count.`;

/** `okaeri insights …` */
export const addInsights = (program: Program): void => {
  const insights = new Command('insights').description("says what a shop's orders tell");
  figure(insights, 'forecast', 'how often shoppers will buy again')
    .option(
      '--horizon-weeks <weeks>',
      'how far ahead',
      upTo(HORIZON_WEEKS_MAX, 'weeks'),
      HORIZON_WEEKS,
    )
    .option('--include-free-orders', 'count days on which what was bought cost nothing')
    .addHelpText('after', HELP)
    .action(lazily(async () => (await import('./actions/insights.ts')).forecast));
  insights
    .command('rebuild')
    .description('compare purchase days with the orders, and put right what differs')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--check', 'change nothing; exit 1 where something differs')
    .option('--json', 'one line of JSON')
    .action(lazily(async () => (await import('./actions/rebuild-days.ts')).rebuild));
  figure(insights, 'cohorts', 'who bought again, by the month of the first purchase')
    .option('--months <months>', 'how many cohorts', upTo(MONTHS_MAX, 'months'), MONTHS)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).cohorts));
  figure(insights, 'gaps', 'the time between purchases').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).gaps),
  );
  figure(insights, 'rfm', 'buyers by how lately, how often and for how much they bought').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).rfm),
  );
  figure(insights, 'liability', 'what the points in hand will cost').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).liability),
  );
  figure(insights, 'effects', "what a quarter's messages did, by the programme's holdout")
    .option('--period <quarter>', 'such as 2026Q4; the latest that can be told', readQuarter)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).effects));
  figure(insights, 'return', 'what the programme returned in a quarter, by its holdout')
    .option('--period <quarter>', 'such as 2026Q4; the latest that can be told', readQuarter)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).returned));
  figure(insights, 'map', 'stages, what reaches people in them, and what they do then')
    .option('--period <quarter>', 'such as 2026Q4; the latest that can be told', readQuarter)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).map));
  addChanges(insights);
  program.addCommand(insights);
};

/** How the shop changed, and what it says of people's words and of what was paid. */
function addChanges(insights: Command): void {
  figure(insights, 'changes', 'the last finished days against as many before them')
    .option('--days <days>', 'how many, such as 28', upTo(DAYS_MAX, 'days'), DAYS)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).changes));
  figure(insights, 'report', 'what a week or a month came to, against the one before it')
    .option('--period <period>', 'such as 2026-10 or 2026-W45; the latest that is over', readPeriod)
    .action(lazily(async () => (await import('./actions/insight-figures.ts')).report));
  figure(insights, 'acquisition', 'what a new buyer and a person reached cost').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).acquisition),
  );
  figure(insights, 'words-and-deeds', 'who bought again after what they said').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).deeds),
  );
  figure(insights, 'measurements', 'every measurement by people drawn by lot').action(
    lazily(async () => (await import('./actions/insight-figures.ts')).measurements),
  );
}

/** A command that says a figure of a shop. */
function figure(insights: Command, name: string, description: string): Command {
  return insights
    .command(name)
    .description(description)
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--as-of <day>', 'the last day that counts, YYYY-MM-DD; today when not given', readDay)
    .option('--json', 'one line of JSON');
}

function readDay(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as 1 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Write a day such as 2026-09-30.');
  return text;
}

function readQuarter(text: string): string {
  if (!/^\d{4}Q[1-4]$/.test(text))
    throw new InvalidArgumentError('Write a quarter such as 2026Q4.');
  return text;
}

function readPeriod(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3]))$/.test(text))
    throw new InvalidArgumentError('Write a month such as 2026-10, or a week such as 2026-W45.');
  return text;
}

function upTo(maximum: number, what: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > maximum)
      throw new InvalidArgumentError(`Write whole ${what}, 1 to ${maximum}.`);
    return number;
  };
}
