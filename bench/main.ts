import { parseArgs } from 'node:util';
import { measureBudgets } from './budgets.ts';
import { compareWith, compareWithHand } from './compare.ts';

/*
 * `pnpm bench` measures everything and holds it against its budgets; `--against REV` compares this tree with
 * another revision; `--short` looks at the two most frequent requests and decides nothing.
 */
const { values } = parseArgs({
  options: { against: { type: 'string' }, short: { type: 'boolean', default: false } },
});
if (values.against !== undefined) await compareWith(values.against);
else if (values.short) await compareWithHand();
else process.exitCode = (await measureBudgets()) ? 0 : 1;
