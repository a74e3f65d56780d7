import {
  createAdapterFactory,
  type AdapterFactory,
  type CleanedWhere,
  type CustomAdapter,
} from 'better-auth/adapters';
import type { BetterAuthOptions } from 'better-auth';
import type { Store, Tx } from '../platform/store/store.ts';
import {
  authModel,
  authStatement,
  type AuthCondition,
  type AuthQuery,
  type AuthRow,
} from './auth-queries.ts';

const OPERATORS: readonly AuthCondition['operator'][] = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
];

interface Call {
  readonly act: AuthQuery['act'];
  readonly model: string;
  readonly where?: readonly CleanedWhere[] | undefined;
  readonly values?: AuthRow;
  readonly added?: Readonly<Record<string, number>>;
  readonly sort?: AuthQuery['sort'] | undefined;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * better-auth's tables behind `store.read` and `store.write`: it has no connection of its own.
 * Each of its statements is a write by itself; where several belong together (somebody joins),
 * the verb is ours.
 */
export const authAdapter = (store: Store): AdapterFactory<BetterAuthOptions> => {
  const read = (call: Call): Promise<AuthRow[]> => store.read((tx) => run(tx, call));
  const write = (call: Call): Promise<AuthRow[]> => store.write((tx) => run(tx, call));
  const adapter: CustomAdapter = {
    create: async <T extends Record<string, unknown>>({
      model,
      data,
    }: {
      model: string;
      data: T;
    }) => asRead<T>(await write({ act: 'insert', model, values: data }))[0] ?? data,
    update: async <T>(call: { model: string; where: CleanedWhere[]; update: T }) =>
      asRead<T>(
        await write({ ...call, act: 'update', values: Object.assign({}, call.update) }),
      )[0] ?? null,
    updateMany: async ({ model, where, update }) =>
      (await write({ act: 'update', model, where, values: update })).length,
    delete: async ({ model, where }) => void (await write({ act: 'delete', model, where })),
    deleteMany: async ({ model, where }) => (await write({ act: 'delete', model, where })).length,
    consumeOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) =>
      asRead<T>(
        await store.write(async (tx) => {
          const id = (await run(tx, { act: 'select', model, where }))[0]?.['id'];
          // Deleting gives the row to one of two who come at once.
          return typeof id === 'string' ? run(tx, { act: 'delete', model, where: idIs(id) }) : [];
        }),
      )[0] ?? null,
    incrementOne: async <T>(call: {
      model: string;
      where: CleanedWhere[];
      increment: Record<string, number>;
      set?: Record<string, unknown> | undefined;
    }) => {
      const { model, where, increment, set = {} } = call;
      const found = await write({ act: 'increment', model, where, values: set, added: increment });
      return asRead<T>(found)[0] ?? null;
    },
    findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) =>
      asRead<T>(await read({ act: 'select', model, where }))[0] ?? null,
    findMany: async <T>(call: {
      model: string;
      where?: CleanedWhere[] | undefined;
      limit: number;
      sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined;
      offset?: number | undefined;
    }) => {
      const { model, where, limit, sortBy: sort, offset = 0 } = call;
      return asRead<T>(await read({ act: 'select', model, where, limit, sort, offset }));
    },
    count: async ({ model, where }) =>
      Number((await read({ act: 'count', model, where }))[0]?.['total'] ?? 0),
  };
  return createAdapterFactory({
    config: {
      adapterId: 'okaeri-store',
      supportsDates: true,
      supportsBooleans: true,
      supportsJSON: false,
      supportsArrays: false,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: () => adapter,
  });
};

async function run(tx: Tx, call: Call): Promise<AuthRow[]> {
  const { act, model, where = [], values = {}, added = {}, sort, limit = 1, offset = 0 } = call;
  const statement = authStatement({
    act,
    model: authModel(model),
    where: where.map(conditionOf),
    fields: Object.keys(values).toSorted(),
    added: Object.keys(added).toSorted(),
    ...(sort === undefined ? {} : { sort }),
  });
  const found = await tx.run(statement, {
    ...conditionArgs(where),
    ...withPrefix('v_', values),
    ...withPrefix('a_', added),
    limit,
    offset,
  });
  return found.map(fromStore);
}

/** Rows as better-auth types them: by what its caller says they are. They are those it wrote itself. */
function asRead<T>(found: readonly AuthRow[]): T[] {
  return found as T[];
}

function idIs(value: string): CleanedWhere[] {
  return [{ field: 'id', operator: 'eq', value, connector: 'AND', mode: 'sensitive' }];
}

function conditionOf(where: CleanedWhere): AuthCondition {
  const { field, operator: asked = 'eq', value, connector = 'AND' } = where;
  const operator = OPERATORS.find((one) => one === asked);
  if (operator === undefined) throw new Error(`Sign-in asks with "${asked}", unlike before.`);
  const values = Array.isArray(value) ? value.length : value === null ? null : 1;
  return { field, operator, connector, values };
}

function conditionArgs(where: readonly CleanedWhere[]): Record<string, unknown> {
  return Object.fromEntries(
    where.flatMap(({ value }, at): [string, unknown][] => {
      if (Array.isArray(value)) return value.map((one, i) => [`w${at}_${i}`, toStore(one)]);
      return value === null ? [] : [[`w${at}`, toStore(value)]];
    }),
  );
}

function withPrefix(prefix: string, values: AuthRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${name}`, toStore(value)]),
  );
}

function fromStore(row: AuthRow): AuthRow {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      isInstant(field) && typeof value === 'number' ? new Date(value) : value,
    ]),
  );
}

/** better-auth has dates where the store has epoch milliseconds. */
function toStore(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

function isInstant(field: string): boolean {
  return /(At|Until)$/.test(field);
}
