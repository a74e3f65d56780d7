import type { ListedRequest, PrivacyRequest } from '@okaeri/shared/privacy';
import type { Deps } from '../../deps.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { exportShopper } from '../shopper-record/export-shopper.ts';
import { findShopper } from '../../loyalty/shoppers/shopper-ref.ts';
import { first } from '../../platform/store/store.ts';
import {
  dropDocumentsOf,
  forgetRequests,
  insertRequest,
  selectRequest,
  selectRequests,
} from './request-queries.ts';
import type { PrivacyRequestRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Requests a list shows: more are open in no shop. */
const LISTED_MAX = 200;
/** How long what was handed over is kept: the law gives a month, and this leaves time to ask back. */
const KEPT_MS = 60 * DAY_MS;

const listed = (row: Omit<PrivacyRequestRow, 'document'> & { hasDocument: boolean }) => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  hasDocument: row.hasDocument,
  receivedAt: isoOf(row.receivedAt),
});

/**
 * Notes what a platform asked on behalf of a customer. Of a request for data the document is made at
 * once, as everything is now; of a redaction nothing is kept but that it was done.
 */
export const takePrivacyRequest = async (
  deps: Deps,
  request: { shop: ShopRow; id: string } & (
    | { kind: 'data' | 'redactCustomer'; subject: string }
    | { kind: 'redactShop'; subject: null }
  ),
): Promise<void> => {
  const { shop, id, kind, subject } = request;
  const row =
    kind === 'data' ? await findShopper(deps, shop.id, { externalId: subject }) : undefined;
  const document = row === undefined ? null : await exportShopper(deps, { shop, row });
  await deps.store.write(async (tx) => {
    if (kind !== 'data') await tx.run(dropDocumentsOf, { shopId: shop.id, subject });
    await tx.run(insertRequest, {
      shopId: shop.id,
      id,
      kind,
      subject: kind === 'data' ? subject : null,
      document,
      receivedAt: deps.clock.now(),
    });
  });
};

/** What was asked on behalf of customers, the latest first. */
export const listPrivacyRequests = async (
  deps: Deps,
  shop: ShopRow,
): Promise<{ items: ListedRequest[] }> => {
  const asked = { shopId: shop.id, limit: LISTED_MAX };
  const found = await deps.store.read((tx) => tx.run(selectRequests, asked));
  return { items: found.map((row) => listed({ ...row, hasDocument: Boolean(row.hasDocument) })) };
};

/** One request with what is to be handed over. */
export const readPrivacyRequest = async (
  deps: Deps,
  key: { shopId: string; id: string },
): Promise<PrivacyRequest | undefined> => {
  const row = await deps.store.read((tx) => first(tx, selectRequest, key));
  if (row === undefined) return undefined;
  return { ...listed({ ...row, hasDocument: row.document !== null }), document: row.document };
};

/** Forgets requests that were handed over long ago. */
export const sweepPrivacyRequests = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) => tx.run(forgetRequests, { before: deps.clock.now() - KEPT_MS }));
