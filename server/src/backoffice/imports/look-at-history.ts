import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import type { Tx } from '../../platform/store/store.ts';
import { findIdOf, availableImportId, UNKNOWN, type WithErrors } from './import-member.ts';
import { movementName, type ImportedMovement } from './import-movement.ts';
import { findExisting, findNamedId } from '../../loyalty/shoppers/lock-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What one person's movements come to. */
interface Person {
  readonly line: number;
  readonly shopperId: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly after: number;
}

type FaultyLine = { readonly line: number } & WithErrors;

/** A history that is looked at, some lines at a time. */
export interface History {
  /** Looks at some more lines in one read; gives those that could not come. */
  add(rows: readonly ImportedMovement[]): Promise<FaultyLine[]>;
  /** What it would change, somebody at a time: their first line, and their points before and after. */
  people(): Person[];
}

/** Begins to look at what a history would change, without changing it. */
export const createHistory = (deps: Deps, shop: ShopRow): History => {
  const people = new Map<string, Person>();
  return {
    add: (rows) =>
      deps.store.read(async (tx) => {
        const wrong: FaultyLine[] = [];
        for (const row of rows) {
          const fault = await lookAt({ deps, tx, shop }, row, people);
          if (fault !== undefined) wrong.push({ line: row.line, ...fault });
        }
        return wrong;
      }),
    people: () => [...people.values()],
  };
};

async function lookAt(
  { deps, tx, shop }: { deps: Deps; tx: Tx; shop: ShopRow },
  row: ImportedMovement,
  people: Map<string, Person>,
): Promise<WithErrors | undefined> {
  const externalId = await findIdOf(tx, shop.id, row);
  if (externalId === undefined) return UNKNOWN;
  const key = { shopId: shop.id, externalId };
  const known = await findExisting(tx, key);
  const namedId = await findNamedId(tx, key);
  const isHere =
    namedId !== undefined &&
    (await availableImportId(tx, shop.id, movementName(namedId, row))) === undefined;
  let person = people.get(externalId);
  if (person === undefined) {
    const now = nowOf(deps, shop);
    const before = known ? (await openBook(tx, known, now)).book.account.available : 0;
    const { line } = row;
    person = { line, shopperId: externalId, isNew: known === undefined, before, after: before };
  }
  people.set(externalId, { ...person, after: person.after + (isHere ? 0 : row.points) });
  return undefined;
}
