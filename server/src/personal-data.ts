import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Tx } from './platform/store/store.ts';
import type { ShopperRow } from './loyalty/ledger/account-tables.ts';

/** What an area holds about shoppers, and what it does with it. */
export interface PersonalData {
  /** Its part of what is shown to the shop, and sent to the shopper who asks for everything. */
  readonly list?: (tx: Tx, asked: ListedPerson) => Promise<Partial<ShopperAffairs>>;
  /** Gives what a merged shopper has to the one they became. What the ledger holds is moved by its books. */
  readonly move?: (tx: Tx, ids: MovedPerson) => Promise<unknown>;
  /** Takes everything that names a person out, or deletes it. */
  readonly erase?: (tx: Tx, person: ErasedPerson) => Promise<unknown>;
  /** The same of what is kept under a name of theirs: once for a person, however many rows are theirs. */
  readonly eraseNames?: (tx: Tx, names: ErasedNames) => Promise<unknown>;
}

interface ListedPerson {
  readonly shopId: string;
  readonly shopperId: string;
  readonly row: ShopperRow;
  /** The programme of today. */
  readonly document: ProgramDocument;
  readonly now: number;
  /** So many of each, the newest. */
  readonly limit: number;
  /** Whether the one who asks is the shopper. */
  readonly forAuthor: boolean;
}

interface MovedPerson {
  readonly shopId: string;
  readonly from: string;
  readonly to: string;
  readonly now: number;
}

interface ErasedPerson {
  readonly shopId: string;
  readonly shopperId: string;
  readonly now: number;
}

/** How the merchant and their platform call a person. */
interface ErasedNames {
  readonly shopId: string;
  readonly externalIds: readonly string[];
  readonly emails: readonly string[];
}
