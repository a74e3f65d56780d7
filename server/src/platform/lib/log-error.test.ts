import Database from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import fc from 'fast-check';
import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { describeError } from './log-error.ts';
import { scrub } from './scrub.ts';

const NAME = 'Mika Tanaka';
const ADDRESS = 'mika.tanaka@example.com';
const TOKEN = 'okr_sk_4f9a8c0d1e2b3a4f5c6d7e8f';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaWthIn0.c2lnbmF0dXJl';

const caught = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

/** An error as PostgreSQL's driver makes it, with values wherever PostgreSQL puts some. */
const postgresError = (value: string): DatabaseError =>
  Object.assign(
    new DatabaseError(`invalid input syntax for type integer: "${value}"`, 100, 'error'),
    {
      severity: 'ERROR',
      code: '22P02',
      detail: `Key (email)=(${value}) already exists.`,
      where: `unnamed portal parameter $1 = '${value}'`,
      hint: value,
      internalQuery: `select '${value}'`,
      table: 'shoppers',
      column: 'email',
      constraint: 'shoppers_email_unique',
      routine: 'pg_strtoint32_safe',
    },
  );

/** The same error as a library would have made it. */
const ofLibrary = (error: Error): Error =>
  Object.assign(error, {
    stack: `${error.name}: ${error.message}\n    at parse (/app/node_modules/library/index.js:807:19)`,
  });

const mailError = (value: string): Error =>
  ofLibrary(
    Object.assign(new Error(`Can't send mail - all recipients were rejected: 550 ${value}`), {
      code: 'EENVELOPE',
      response: `550 5.1.1 ${value} unknown`,
      responseCode: 550,
      command: 'RCPT TO',
      rejected: [value],
    }),
  );

/** Every kind of error in which a value may stand, each made with it. */
const KINDS: Readonly<Record<string, (value: string) => unknown>> = {
  'a failed query': (value) =>
    new DrizzleQueryError(
      'insert into "shoppers" ("name") values ($1)',
      [value],
      postgresError(value),
    ),
  'an error of PostgreSQL': postgresError,
  'a cause of a cause': (value) =>
    new Error('outside', { cause: new Error('inside', { cause: postgresError(value) }) }),
  'one of several errors': (value) =>
    ofLibrary(new AggregateError([postgresError(value), mailError(value)], value)),
  'JSON that cannot be read': (value) => caught(() => JSON.parse(`{"name": ${value} "}`)),
  'JSON that is only a value': (value) => caught(() => JSON.parse(`#${value}`)),
  'an address that cannot be read': (value) => caught(() => new URL(`://${value}`)),
  'a time zone that is none': (value) =>
    caught(() => new Intl.DateTimeFormat('en', { timeZone: `X${value}` })),
  'a number that is none': (value) => caught(() => BigInt(`x${value}`)),
  'a mail server’s refusal': mailError,
  'a file that is not there': (value) =>
    Object.assign(new Error(`ENOENT: no such file or directory, open '/photos/${value}'`), {
      errno: -2,
      code: 'ENOENT',
      syscall: 'open',
      path: `/photos/${value}`,
    }),
  'quoted text in a sentence of ours': (value) => new Error(`There is no shop "${value}" here.`),
  'curly quotes, and quotes in quotes': (value) =>
    new Error(`The note “${value} said "no"” was refused.`),
  'a quotation that was cut off': (value) => new Error(`The value '${value}`),
  'a message that looks like a stack': (value) => {
    const text = `${value}\n    at ${value} (/app/${value}.js:1:1)`;
    return Object.assign(ofLibrary(new TypeError(text)), { name: value, code: value });
  },
  'what is no error': (value) => ({ message: value, stack: value }),
  'a text that was thrown': (value) => value,
};

describe('what the log says of an error', () => {
  it.each(Object.entries(KINDS))('has nobody’s data in it, of %s', (_kind, make) => {
    for (const planted of [NAME, ADDRESS, TOKEN, JWT, '+81 90-1234-5678', '4242424242424242']) {
      const said = JSON.stringify(describeError(make(planted)));
      expect(said).not.toContain(planted);
    }
  });

  it('has nobody’s data in it, whatever the name, wherever it was planted', () => {
    // A name in any writing; letters that stand in words of ours would be found everywhere.
    const names = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1 })
      .map((parts) => `Zq${parts.join(' ')}Qz`);
    const values = fc.oneof(
      names,
      fc.emailAddress(),
      fc.stringMatching(/^okr_(sk|rk)_[0-9a-zA-Z]{24}$/),
    );
    const kinds = fc.constantFrom(...Object.values(KINDS));
    fc.assert(
      fc.property(kinds, values, (make, value) => {
        const said = JSON.stringify(describeError(make(value)));
        return !said.includes(JSON.stringify(value).slice(1, -1)) && !said.includes('Zq');
      }),
      { numRuns: process.env['OKAERI_TEST_LONG'] === undefined ? 1000 : 100_000 },
    );
  });

  it('has the statement that failed and what PostgreSQL says of it', () => {
    const query = `insert into "shoppers" ("name", "state") values ($1, 'told ${NAME}')`;
    const said = describeError(new DrizzleQueryError(query, [NAME], postgresError(NAME)));
    expect(said).toMatchObject({
      sql: `insert into "shoppers" ("name", "state") values ($1, '…')`,
      cause: {
        name: 'error',
        severity: 'ERROR',
        code: '22P02',
        message: 'invalid input syntax for type integer: […]',
        table: 'shoppers',
        column: 'email',
        constraint: 'shoppers_email_unique',
        routine: 'pg_strtoint32_safe',
        stack: expect.stringContaining('log-error.test.ts'),
      },
    });
  });

  it('has the message of SQLite', () => {
    const database = new Database(':memory:');
    database.exec('create table people (email text unique)');
    const insert = database.prepare('insert into people values (?)');
    insert.run(ADDRESS);
    expect(describeError(caught(() => insert.run(ADDRESS)))).toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      message: 'UNIQUE constraint failed: people.email',
    });
    database.close();
  });

  it('has the message and the stack of an error of ours, without its head', () => {
    const said = describeError(new TypeError('The award was not loaded.'));
    expect(said).toMatchObject({ name: 'TypeError', message: 'The award was not loaded.' });
    expect(said.stack).toMatch(/^at /);
    expect(said.stack).toContain('log-error.test.ts');
    expect(said.stack).not.toContain('The award');
  });

  it('has the code and the call of an error of the system, and no path', () => {
    expect(describeError(KINDS['a file that is not there']?.(NAME))).toMatchObject({
      code: 'ENOENT',
      syscall: 'open',
      errno: -2,
    });
  });

  it('has what a mail server answered as a number only', () => {
    expect(describeError(mailError(ADDRESS))).toEqual({
      name: 'Error',
      code: 'EENVELOPE',
      responseCode: 550,
      command: 'RCPT TO',
      stack: 'at parse (/app/node_modules/library/index.js:807:19)',
    });
  });

  it('ends where causes go round in a circle, or are very many', () => {
    const round = new Error('round');
    round.cause = round;
    expect(JSON.stringify(describeError(round)).length).toBeLessThan(20_000);
    const many = new AggregateError(Array.from({ length: 1000 }, () => new Error('one')));
    expect(describeError(many).errors).toHaveLength(5);
  });

  it('never throws, whatever was thrown', () => {
    const hostile = new Error('hostile');
    Object.defineProperty(hostile, 'message', {
      get: () => {
        throw new Error('no message');
      },
    });
    const strange = [null, undefined, 7, Symbol('x'), hostile, new Proxy(hostile, {})];
    for (const one of strange) expect(describeError(one)).toMatchObject({ name: 'Error' });
  });
});

describe('a message that is scrubbed', () => {
  it.each([
    ['The shop has 12 orders.', 'The shop has 12 orders.'],
    [
      'Award 01ARZ3NDEKTSV4RRFFQ69G5FAV was not loaded.',
      'Award 01ARZ3NDEKTSV4RRFFQ69G5FAV was not loaded.',
    ],
    ["one can’t, and it doesn't matter", "one can’t, and it doesn't matter"],
    [`asked ${ADDRESS} twice`, 'asked [address] twice'],
    [`the key ${TOKEN} is over`, 'the key [token] is over'],
    [`signed ${JWT}.`, 'signed [token]'],
    ['got https://user:pass@host/x?y=1 back', 'got [url] back'],
    ['call +49 (170) 123-45 67 now', 'call [number] now'],
    ['at 127.0.0.1:5432 nobody', 'at [number] nobody'],
    ['Failed query: select 1\nparams: a,b\nc', 'Failed query: select 1\nparams: […]'],
    ['x "a" and "b" y', 'x […] y'],
    ['wert «a» und »b« ende', 'wert […] ende'],
  ])('%s', (text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed);
  });
});
