import type { ContactChannel, ContactKind, NextTouch } from '@okaeri/shared/contacts';
import type { ShopRow } from '../../access/tables.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { Definition } from './decide-touch-rules.ts';
import type { TouchRow } from './tables.ts';

/** Somebody about whom something is decided, with their row and the shop's as they are in this transaction. */
export interface Someone {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow;
  readonly now: number;
}

/** A touch of theirs. */
export interface TouchOf extends Someone {
  readonly touch: TouchRow;
}

/** A touch that is wanted now or later. */
export interface WantedTouch {
  /** What makes it the same touch as another, in the whole shop. */
  readonly key: string;
  readonly kind: ContactKind;
  readonly channel: ContactChannel;
  /** What it is about, such as an order. */
  readonly subject: string;
  readonly dueAt: number;
  /** As long as its kind is valid, where left out. */
  readonly validUntil?: number;
  /** That of its kind, where left out. */
  readonly priority?: number;
  /** As whoever planned it has drawn; by the programme's holdout, where left out. */
  readonly arm?: 'treated' | 'held';
}

/** Something an area would show a shopper in a page. */
export interface PageTouch {
  /** On the channel `page`. Shown again after it stood its time, it is another touch and has another key. */
  readonly wanted: WantedTouch;
  readonly definition: Definition;
  /** What the page is answered when it is shown. */
  readonly answer: Omit<NextTouch, 'id' | 'kind'>;
  /** What else is to be written down in the write that shows it, once. */
  readonly onShown?: (tx: Tx, touch: TouchRow) => Promise<unknown>;
}

/** What an area would show: asked with every page view, so that it only reads, and little. */
export type PageTouches = (
  tx: Tx,
  of: Someone & { readonly surveyId: string | null },
) => Promise<readonly PageTouch[]>;
