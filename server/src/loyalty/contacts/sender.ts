import type { DnsRecordName, MailSenderSettings, MailSenderView } from '@okaeri/shared/mail-sender';
import { mailSenderInput } from '@okaeri/shared/mail-sender';
import { eachShop } from '../../access/each-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { lockShopRow } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { keyedHash } from '../../platform/lib/keyed-hash.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { isFound, recordsFor } from './sender-record-rules.ts';
import { selectProvedSenders, selectSender, setFound, upsertSender } from './sender-queries.ts';

type SenderRow = Tables['mailSenders']['$inferSelect'];
type TaggedView = { readonly document: MailSenderView; readonly etag: string };

const NOBODY = mailSenderInput.parse({});
const tagOf = (version: number): string => `"m${version}"`;

/** From whom the shop's messages come, with what its domain has been asked just now (E114). */
export const readSender = async (deps: Deps, shop: ShopRow): Promise<TaggedView> => {
  const row = await deps.store.read((tx) => first(tx, selectSender, { shopId: shop.id }));
  return viewOf(deps, shop, row === undefined ? undefined : await checked(deps, shop, row));
};

/** Saves the sender if the one that was read is still the shop's, and asks its domain. */
export const saveSender = async (
  deps: Deps,
  input: { shop: ShopRow; document: MailSenderSettings; ifMatch: string },
): Promise<Outcome<TaggedView>> => {
  const { shop, document, ifMatch } = input;
  const saved = await deps.store.write(async (tx): Promise<Outcome<SenderRow>> => {
    await lockShopRow(tx, shop.id);
    const known = await first(tx, selectSender, { shopId: shop.id });
    const version = known?.version ?? 0;
    if (ifMatch !== tagOf(version)) {
      const detail = `The sender is now ${tagOf(version)}; read it and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    const isSameDomain = domainOf(known?.document) === domainOf(document);
    const row: SenderRow = {
      shopId: shop.id,
      document,
      version: version + 1,
      found: isSameDomain ? (known?.found ?? null) : null,
      checkedAt: isSameDomain ? (known?.checkedAt ?? null) : null,
      provedAt: isSameDomain ? (known?.provedAt ?? null) : null,
    };
    await tx.run(upsertSender, row);
    return { ok: row };
  });
  if ('refused' in saved) return saved;
  return { ok: viewOf(deps, shop, await checked(deps, shop, saved.ok)) };
};

/** Asks the domains of all shops again: one that is not the shop's any more is not written from. */
export const checkSenders = async (
  deps: Deps,
  shopOf: (shopId: string) => Promise<ShopRow | undefined>,
): Promise<void> => {
  const proved = await deps.store.read((tx) => tx.run(selectProvedSenders, {}));
  await eachShop(proved, async ({ shopId }) => {
    const shop = await shopOf(shopId);
    if (shop !== undefined) await readSender(deps, shop);
  });
};

async function checked(deps: Deps, shop: ShopRow, row: SenderRow): Promise<SenderRow> {
  const domain = domainOf(row.document);
  if (domain === null) return row;
  const found: DnsRecordName[] = [];
  const answers = await Promise.all(
    recordsOf(deps, shop, domain).map(async (record) => {
      const texts = await deps.lookUpTexts(record.host);
      return { record, texts };
    }),
  );
  for (const { record, texts } of answers) {
    // Name servers that do not answer say nothing: what was found before stands.
    if (texts === null ? row.found?.includes(record.name) === true : isFound(record, texts))
      found.push(record.name);
  }
  const now = nowOf(deps, shop);
  const provedAt = found.includes('proof') ? (row.provedAt ?? now) : null;
  const { shopId, version } = row;
  const seen = { found, checkedAt: now, provedAt };
  await deps.store.write((tx) => tx.run(setFound, { shopId, version, ...seen }));
  return { ...row, ...seen };
}

function viewOf(deps: Deps, shop: ShopRow, row: SenderRow | undefined): TaggedView {
  const document = row?.document ?? NOBODY;
  const domain = domainOf(document);
  const found = row?.found ?? null;
  const provedAt = row?.provedAt ?? null;
  return {
    document: {
      ...document,
      provedAt: provedAt === null ? null : isoOf(provedAt),
      checkedAt: row?.checkedAt == null ? null : isoOf(row.checkedAt),
      records:
        domain === null
          ? []
          : recordsOf(deps, shop, domain).map((record) => ({
              ...record,
              found: found === null ? null : found.includes(record.name),
            })),
      from: deps.mail === null ? null : provedAt === null ? deps.mail.from : document.address,
    },
    etag: tagOf(row?.version ?? 0),
  };
}

function recordsOf(deps: Deps, shop: ShopRow, domain: string): ReturnType<typeof recordsFor> {
  const serverDomain =
    deps.mail?.from.slice(deps.mail.from.lastIndexOf('@') + 1) ?? new URL(deps.publicUrl).hostname;
  const token = keyedHash(deps.secretKey, `sender:${shop.id}:${domain}`)
    .toString('hex')
    .slice(0, 32);
  return recordsFor({ domain, token, serverDomain: serverDomain.toLowerCase() });
}

function domainOf(document: MailSenderSettings | undefined): string | null {
  const address = document?.address ?? null;
  return address === null ? null : address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
