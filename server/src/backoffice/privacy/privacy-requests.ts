import type { ShopperExport } from '@okaeri/shared/affairs';
import type { ListedRequest, PrivacyRequest } from '@okaeri/shared/privacy';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { Deps } from '../../deps.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { exportShopper } from '../shopper-record/export-shopper.ts';
import { findByEmail, findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  dropDocument,
  dropDocumentsOf,
  forgetRequests,
  insertRequest,
  selectDocuments,
  selectRequest,
  selectRequests,
} from './request-queries.ts';
import type { HandedOver, PrivacyRequestRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Requests a list shows: more are open in no shop. */
const LISTED_MAX = 200;
/** How long what was handed over is kept: the law gives a month, and this leaves time to ask back. */
const KEPT_MS = 60 * DAY_MS;

/**
 * Notes what a platform asked on behalf of a customer. Of a request for data the document is made at
 * once, as everything is now; of a redaction nothing is kept but that it was done.
 */
export const takePrivacyRequest = async (
  deps: Deps,
  request: { shop: ShopRow; id: string } & (
    | { kind: 'data'; subject: string; email: string | null }
    | { kind: 'redactCustomer'; subject: string }
    | { kind: 'redactShop'; subject: null }
  ),
): Promise<void> => {
  const { shop, id, kind, subject } = request;
  const document = request.kind === 'data' ? await exportPeople(deps, request) : null;
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

/** Takes the documents about anyone who has an address: of a guest nothing else shows whom one is about. */
export const dropDocumentsOfEmails = async (
  tx: Tx,
  of: { shopId: string; emails: readonly string[] },
): Promise<void> => {
  const { shopId, emails } = of;
  if (emails.length === 0) return;
  const keys = new Set(emails.map(keyOfEmail));
  const isTheirs = (handed: ShopperExport | null | undefined): boolean =>
    handed?.shopper.email != null && keys.has(keyOfEmail(handed.shopper.email));
  for (const { id, document } of await tx.run(selectDocuments, { shopId })) {
    if (isTheirs(document) || isTheirs(document?.guest)) await tx.run(dropDocument, { shopId, id });
  }
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
  deps.store.writeAlone((tx) => tx.run(forgetRequests, { before: deps.clock.now() - KEPT_MS }));

/**
 * What is known of a customer by their id, with what is known of a guest by their address; null where nobody is
 * known by either.
 */
async function exportPeople(
  deps: Deps,
  asked: { shop: ShopRow; subject: string; email: string | null },
): Promise<HandedOver | null> {
  const { shop, subject, email } = asked;
  const shopId = shop.id;
  const { member, guest } = await deps.store.read(async (tx) => {
    const member = await findExisting(tx, { shopId, externalId: subject });
    const holder = email === null ? undefined : await findByEmail(tx, { shopId, email });
    // A person who has an id of the shop is asked about by that alone.
    const guest = holder?.externalId === null && holder.erasedAt === null ? holder : undefined;
    return { member, guest };
  });
  const exported = (row: ShopperRow): Promise<ShopperExport> => exportShopper(deps, { shop, row });
  if (member === undefined) return guest === undefined ? null : exported(guest);
  if (guest === undefined) return exported(member);
  return { ...(await exported(member)), guest: await exported(guest) };
}

function listed(row: Omit<PrivacyRequestRow, 'document'> & { hasDocument: boolean }) {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    hasDocument: row.hasDocument,
    receivedAt: isoOf(row.receivedAt),
  };
}
