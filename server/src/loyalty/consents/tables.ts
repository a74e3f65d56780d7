import type {
  ConsentChannel,
  ConsentPurpose,
  ConsentState,
  KeptEvidence,
  Wordings,
} from '@okaeri/shared/consents';
import type { AccessTables } from '../../access/tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Who made a statement or an entry of a log. */
export interface EntryAuthor {
  readonly kind: 'person' | 'key' | 'shopper' | 'rule';
  readonly name: string | null;
}

/** Why nothing is sent to an address. */
export type SuppressionReason = 'hardBounce' | 'complaint' | 'manual';

/** What shoppers have agreed to and refused, and addresses nothing is sent to. */
export const consentTables = (c: Columns, { shops }: AccessTables) => {
  const shopId = () =>
    c
      .text('shop_id')
      .notNull()
      .references(() => shops.id);

  /** Statements; none is ever changed, but for the person of one who was merged or erased. */
  const consents = c.table(
    'consents',
    {
      shopId: shopId(),
      id: c.text('id').notNull(),
      /** Null once the person was erased: what is left shows that a message was allowed. */
      shopperId: c.text('shopper_id'),
      purpose: c.text('purpose').$type<ConsentPurpose>().notNull(),
      channel: c.text('channel').$type<ConsentChannel>().notNull(),
      state: c.text('state').$type<Exclude<ConsentState, 'none' | 'expired'>>().notNull(),
      at: c.instant('at').notNull(),
      by: c.json<EntryAuthor>('by').notNull(),
      source: c.text('source').notNull(),
      wordingId: c.text('wording_id'),
      locale: c.text('locale'),
      /** Keyed digest of the folded address it was given with. */
      addressDigest: c.text('address_digest'),
      endsAt: c.instant('ends_at'),
      evidence: c.json<KeptEvidence | null>('evidence'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('consents_by_shopper').on(t.shopId, t.shopperId, t.at),
      c.index('consents_by_address').on(t.shopId, t.addressDigest),
    ],
  );

  /** Addresses nothing is sent to, whoever owns them: as keyed digests. */
  const suppressions = c.table(
    'suppressions',
    {
      shopId: shopId(),
      addressDigest: c.text('address_digest').notNull(),
      reason: c.text('reason').$type<SuppressionReason>().notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.addressDigest, t.reason] })],
  );

  /** What addresses of a shop are digested with; it travels with the shop, so that digests go on to fit. */
  const addressKeys = c.table(
    'address_keys',
    { shopId: shopId(), key: c.text('key').notNull() },
    (t) => [c.primaryKey({ columns: [t.shopId] })],
  );

  /** The sentences shoppers agree to. */
  const consentWordings = c.table(
    'consent_wordings',
    {
      shopId: shopId(),
      document: c.json<Wordings>('document').notNull(),
      version: c.count('version').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId] })],
  );

  return { consents, suppressions, addressKeys, consentWordings };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof consentTables> {}
}

export type ConsentRow = Row<'consents'>;
