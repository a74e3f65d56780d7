import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balanceOptions } from '@okaeri/shared/balance-imports';
import { importOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { importOrders } from './import-orders.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { pick, randomOf } from '../../testing/hostile-input.ts';
import { workbookOf } from '../../testing/workbook-files.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { importBalances } from './import-balances.ts';
import { importReviews } from './import-reviews.ts';
import { readMembers } from './read-members.ts';
import { readReviews } from './read-reviews.ts';

/*
 * A thousand files of members, orders and reviews. Each row has one optional field that cannot be used: it
 * comes nevertheless, and is remarked on. The ordinary run writes some of them; the long one writes all.
 */

const FILES = 1000;
const IS_LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
const WRITTEN = IS_LONG ? FILES : 12;
const ROWS_MAX = 6;
const SEED = 20_261_128;
const NOW = Date.parse('2026-11-22T00:00:00Z');
const EMOJI = '\u{1F600}';

const long = (length: number): string => `${'x'.repeat(length)}${EMOJI}`;

/** What cannot be used in each column, and what is said of it. */
type Spoilers = readonly (readonly [column: string, value: string, said: string])[];

const BAD_EMAILS = ['none', 'a@b', 'a b@c.de', '<a@b.de>', 'a@b.de,c@d.de', 'bob@evil.de@', '-'];
const BAD_DAYS = ['n/a', '31.02.1990', '1990', '02-30', '00/00/0000', 'unknown'];

const MEMBERS: Spoilers = [
  ...BAD_EMAILS.map((email) => ['email', email, 'emailLeftOut'] as const),
  ...BAD_DAYS.map((day) => ['birthday', day, 'birthdayLeftOut'] as const),
  ['birthday', '03/04/1990', 'birthdayAmbiguous'],
  ['lifetime_points', 'many', 'lifetimeLeftOut'],
  ['lifetime_points', '9', 'lifetimeLeftOut'],
  ['lifetime_points', '1,234', 'lifetimeAmbiguous'],
  ['name', long(LIMITS.textLengthMax), 'textCut'],
  ['name', '\u0007', 'textLeftOut'],
  ['tier', long(LIMITS.textLengthMax), 'textCut'],
  [
    'tags',
    Array.from({ length: LIMITS.tagsMax + 1 }, (_, at) => `t${at}`).join(';'),
    'textLeftOut',
  ],
  ['tags', `vip;${long(LIMITS.textLengthMax)}`, 'textCut'],
  ['referral_code', long(LIMITS.idLengthMax), 'textLeftOut'],
  ['referred_by', long(LIMITS.idLengthMax), 'textLeftOut'],
];
const HISTORY: Spoilers = [
  ...BAD_EMAILS.map((email) => ['email', email, 'emailLeftOut'] as const),
  ['reason', long(LIMITS.textLengthMax), 'textCut'],
  ['reason', '\u0007', 'textLeftOut'],
];
const ORDERS: Spoilers = [
  ...BAD_EMAILS.map((email) => ['email', email, 'email: '] as const),
  ['name', long(LIMITS.textLengthMax), 'name: '],
  ['name', '\u0007', 'name: '],
  ['quantity', 'some', 'quantity: '],
];
const REVIEWS: Spoilers = [
  ['title', long(LIMITS.reviewTitleMax), 'textCut'],
  ['name', long(LIMITS.reviewNameMax), 'textCut'],
  ['reply', long(LIMITS.reviewReplyMax), 'textCut'],
  ...BAD_DAYS.map((day) => ['reply_date', day, 'replyDateInvalid'] as const),
  ['photos', 'javascript:alert(1)', 'photoAddressInvalid'],
];

type Row = Readonly<Record<string, string>>;
const ROW_OF: Readonly<Record<string, { spoilers: Spoilers; row: (id: string) => Row }>> = {
  members: {
    spoilers: MEMBERS,
    row: (id) => ({
      shopper_id: id,
      points: '10',
      lifetime_points: '',
      email: `${id}@example.com`,
      name: 'Mika',
      birthday: '02-29',
      tier: '',
      tags: 'vip',
      referral_code: `R${id}`,
      referred_by: '',
    }),
  },
  history: {
    spoilers: HISTORY,
    row: (id) => ({
      shopper_id: id,
      points: '10',
      date: '2024-03-01',
      email: `${id}@example.com`,
      reason: 'Order',
    }),
  },
  orders: {
    spoilers: ORDERS,
    row: (id) => ({
      order_id: id,
      shopper_id: `c-${id}`,
      placed_at: '2024-03-01',
      currency: 'USD',
      total: '29.33',
      quantity: '2',
      email: `${id}@example.com`,
      name: 'Mika',
    }),
  },
  reviews: {
    spoilers: REVIEWS,
    row: (id) => ({
      review_id: id,
      product_id: 'mug',
      rating: '5',
      date: '2024-03-01',
      title: 'Warm',
      body: `Number ${id}`,
      name: 'Mika',
      reply: 'Thanks',
      reply_date: '2024-03-02',
      photos: '',
    }),
  },
};
const KINDS = ['members', 'history', 'orders', 'reviews'] as const;

interface Made {
  readonly kind: (typeof KINDS)[number];
  readonly bytes: Uint8Array;
  /** What is said of each row, by its line. */
  readonly said: readonly (readonly [line: number, code: string])[];
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Makes the file of a number: in commas, semicolons, tabs, UTF-16 or a workbook. */
const make = (number: number): Made => {
  const random = randomOf(SEED + number);
  const kind = KINDS[number % KINDS.length] ?? 'members';
  const { spoilers, row: rowOf } = ROW_OF[kind] ?? { spoilers: [], row: () => ({}) };
  const rows: string[][] = [];
  const said: (readonly [number, string])[] = [];
  const count = 1 + Math.floor(random() * ROWS_MAX);
  for (let at = 0; at < count; at += 1) {
    const [column, value, code] = pick(random, spoilers);
    const row = { ...rowOf(`f${number}-${at}`), [column]: value };
    if (rows.length === 0) rows.push(Object.keys(row));
    rows.push(Object.values(row));
    said.push([at + 2, code]);
  }
  const form = pick(random, ['comma', 'semicolon', 'tabs', 'utf16', 'xlsx'] as const);
  // A workbook has no place for control characters.
  const hasControl = rows.some((row) => row.some((cell) => cell.includes('\u0007')));
  if (form === 'xlsx' && !hasControl) return { kind, bytes: workbookOf(rows), said };
  const delimiter = { comma: ',', semicolon: ';', tabs: '\t', utf16: '\t', xlsx: ',' }[form];
  const text = rows.map((row) => row.map(quote).join(delimiter)).join('\r\n');
  const bytes =
    form === 'utf16' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : new TextEncoder().encode(text);
  return { kind, bytes, said };
};

const reported = (faults: readonly { line: number; code: string }[]): [number, string][] =>
  faults.map(({ line, code }) => [line, code]);

describe('of a thousand files with an unusable optional field in each row', () => {
  it('every row of members, history and reviews is read, and remarked on', () => {
    for (let number = 0; number < FILES; number += 1) {
      const { kind, bytes, said } = make(number);
      const what = `file ${number} of ${kind}`;
      if (kind === 'orders') continue;
      if (kind === 'reviews') {
        const read = readReviews({ bytes, options: importOptions.parse({}), now: NOW });
        if ('refused' in read) throw new Error(`${what}: ${read.refused.detail}`);
        expect([read.ok.arrivals.length, read.ok.refused], what).toEqual([said.length, 0]);
        expect(reported(read.ok.faults), what).toEqual(said);
        continue;
      }
      const options = balanceOptions.parse({ kind: kind === 'history' ? kind : 'balances' });
      const read = readMembers({ bytes, options, now: NOW });
      if ('refused' in read) throw new Error(`${what}: ${read.refused.detail}`);
      expect([read.ok.rows.length, read.ok.refused], what).toEqual([said.length, 0]);
      expect(reported(read.ok.faults), what).toEqual(said);
    }
  });
});

describe.each(ENGINES)(
  'files with an unusable optional field in each row, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    let folder: string;
    beforeAll(async () => {
      test = await openTestStore();
      world = await openWorld(test.store, testProgram());
      folder = mkdtempSync(join(tmpdir(), 'okaeri-rows-'));
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true });
      await test.dispose();
    });

    /** How many rows came, and what was said. */
    const bring = async (
      { kind, bytes }: Made,
      number: number,
    ): Promise<[number, [number, string][]]> => {
      const shop = await world.shop();
      if (kind === 'orders') {
        const path = join(folder, `${number}`);
        writeFileSync(path, bytes);
        const { created, failed, remarks } = await importOrders(world.deps, {
          shop,
          path,
          dryRun: false,
        });
        return [created - failed, remarks.map(({ line, reason }) => [line, reason])];
      }
      const done =
        kind === 'reviews'
          ? await importReviews(world.deps, { shop, bytes, options: importOptions.parse({}) })
          : await importBalances(world.deps, {
              shop,
              bytes,
              options: balanceOptions.parse({ kind: kind === 'history' ? kind : 'balances' }),
            });
      if ('refused' in done) throw new Error(done.refused.detail);
      const { imported, refused, faults } = done.ok;
      // The tier that was cut is none of the programme's, which is reported beside.
      const ours = faults.filter(({ code }) => code !== 'tierUnknown');
      return [imported - refused, reported(ours)];
    };

    it(`come with every row, each with its remark (${WRITTEN} of ${FILES})`, async () => {
      const step = Math.floor(FILES / WRITTEN);
      const kinds: Record<string, number> = {};
      for (let at = 0; at < WRITTEN; at += 1) {
        // Of each kind as many as of any other: kinds take turns, whatever is left out between.
        const number = at * step - ((at * step) % KINDS.length) + (at % KINDS.length);
        const made = make(number);
        kinds[made.kind] = (kinds[made.kind] ?? 0) + 1;
        const [came, remarks] = await bring(made, number);
        const what = `file ${number} of ${made.kind}`;
        expect(came, what).toBe(made.said.length);
        expect(
          remarks.map(([line]) => line),
          what,
        ).toEqual(made.said.map(([line]) => line));
        for (const [index, [, said]] of made.said.entries())
          expect(remarks[index]?.[1], what).toContain(said);
      }
      expect(Object.values(kinds)).toEqual(KINDS.map(() => WRITTEN / KINDS.length));
    });
  },
);
