import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Doc } from './read-docs.ts';
import { readCommands } from './shell.ts';

/** Commands in the order in which one needs what another has made. */
const ORDER = [
  'shop create',
  'shop list',
  'shop advance',
  'import orders',
  'import members',
  'import reviews',
  'export',
  'import shop',
  'backup',
  'restore',
  'verify',
  'doctor',
  'person first',
];

const SHOP = /^(S|SHOP_ID)$/;
const FILE = /^(FILE|[\w-]+\.\w+|FILE\.\w+)$/;

/** What files hold that a command reads. */
const CONTENTS: Readonly<Record<string, string>> = {
  orders: 'order_id,shopper_id,placed_at,currency,total\n1,ada,2026-01-01,USD,20.00\n',
  members: 'shopper_id,points\nada,40\n',
  reviews: 'product_id,rating,body,date\np-1,5,Kept warm for hours.,3 March 2024\n',
};

/**
 * Runs every `okaeri` command of the docs on a database of its own, and says which failed. Left out is only a new
 * password, as nobody has an account.
 */
export const runOkaeri = (docs: readonly Doc[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-docs-'));
  try {
    const commands = docs
      .flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'sh'))
      .flatMap(({ code }) => readCommands(code))
      .filter(([program, name]) => program === 'pnpm' && name === 'okaeri')
      .map(([, , ...words]) => ({ words, place: placeOf(words) }))
      .filter(({ place }) => place >= 0)
      .filter(({ words }, i, all) => all.findIndex((one) => isSame(one.words, words)) === i)
      .toSorted((a, b) => a.place - b.place)
      .map(({ words }) => words);
    const ready = commands.map((words, i) => filledIn(words, join(folder, String(i))));
    const script = join(ROOT, 'server/src/testing/run-commands.ts');
    const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'docs.db')}` };
    const said = execFileSync(process.execPath, [script, JSON.stringify(ready)], {
      encoding: 'utf8',
      env,
    });
    return (JSON.parse(said) as (string | null)[]).flatMap((failure, i) =>
      failure === null ? [] : [`okaeri ${commands[i]?.join(' ')}: ${failure}`],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Pages may show a command twice. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') === b.join(' ');
}

function placeOf(words: readonly string[]): number {
  return ORDER.findIndex((name) => `${words.join(' ')} `.startsWith(`${name} `));
}

/** A command with what its placeholders stand for. What is exported or copied goes to one file, and comes from it. */
function filledIn(words: readonly string[], base: string): string[] {
  const [first = '', second = ''] = words;
  const contents = first === 'import' ? CONTENTS[second] : undefined;
  const kind = /backup|restore/.test(first) ? 'copy.db' : 'shop.jsonl';
  const path = contents === undefined ? join(base, '..', kind) : `${base}.csv`;
  if (contents !== undefined) writeFileSync(path, contents);
  const filled = words.map((word) => {
    if (SHOP.test(word)) return 'SHOP';
    if (FILE.test(word)) return path;
    return word === 'JSON' ? '{}' : word.replace('https://…', 'https://shop.example');
  });
  // The clock of a shop that is no sandbox cannot be moved.
  return first === 'shop' && second === 'create' ? [...filled, '--sandbox'] : filled;
}
