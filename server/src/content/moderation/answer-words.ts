import type { Refusal } from '@okaeri/shared/errors';
import type { ReportInput, ReviewSignal, ReviewState } from '@okaeri/shared/reviews';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Statement } from '../../platform/store/statement.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ReaderStatements } from './reader-queries.ts';

/** Different readers whose reports bring words before a person. They stay visible meanwhile. */
export const REPORTS_TO_QUEUE = 3;

/** What reports and votes need to know of words. */
export interface AnsweredWord {
  readonly state: ReviewState;
  readonly shopperId: string | null;
  readonly helpful: number;
  readonly reports: number;
  readonly signals: readonly ReviewSignal[];
  readonly waitingSince: number | null;
}

/** One kind of words that readers vote on and report: reviews, or questions and answers. */
export interface WordKind<Row extends AnsweredWord> {
  readonly statements: ReaderStatements;
  readonly select: Statement<{ shopId: string; id: string }, Row>;
  readonly lock: Statement<{ shopId: string; id: string }, Row>;
  /** Keeps one that waits for a person from now on. */
  readonly save: (tx: Tx, before: Row, after: Row) => Promise<unknown>;
  readonly unknown: (id: string) => { readonly refused: Refusal };
  /** Nobody votes on their own, or reports it. */
  readonly own: { readonly refused: Refusal };
}

/** Who reads, and which words. */
export interface Reading {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow;
  readonly wordId: string;
}

/** Says that words help, or no longer do. Saying it again changes nothing. */
export const voteOn = <Row extends AnsweredWord>(
  deps: Deps,
  kind: WordKind<Row>,
  reading: Reading & { helps: boolean },
): Promise<Outcome<{ helpful: number }>> =>
  withShown(deps, kind, reading, async (tx, row) => {
    const { shop, shopper, wordId, helps } = reading;
    const { insertVote, deleteVote, addHelpful } = kind.statements;
    const key = { shopId: shop.id, wordId, shopperId: shopper.id };
    const changed = await (helps
      ? tx.run(insertVote, { ...key, at: nowOf(deps, shop) })
      : tx.run(deleteVote, key));
    const by = changed.length * (helps ? 1 : -1);
    if (by !== 0) await tx.run(addHelpful, { shopId: shop.id, id: wordId, by });
    return { ok: { helpful: row.helpful + by } };
  });

/** Says that something is wrong with words. They stay as they are until a person has looked. */
export const reportOn = <Row extends AnsweredWord>(
  deps: Deps,
  kind: WordKind<Row>,
  reading: Reading & { report: ReportInput },
): Promise<Outcome<{ reported: true }>> =>
  withShown(deps, kind, reading, async (tx) => {
    const { shop, shopper, wordId, report } = reading;
    const { insertReport, addReports } = kind.statements;
    const { reason, note = null } = report;
    const at = nowOf(deps, shop);
    const voice = { shopId: shop.id, wordId, shopperId: shopper.id, reason, note, at };
    const added = await tx.run(insertReport, voice);
    if (added.length > 0) await tx.run(addReports, { shopId: shop.id, id: wordId });
    const row = await first(tx, kind.lock, { shopId: shop.id, id: wordId });
    if (row !== undefined && row.reports >= REPORTS_TO_QUEUE && !row.signals.includes('reported'))
      await kind.save(tx, row, {
        ...row,
        signals: [...row.signals, 'reported'],
        waitingSince: row.waitingSince ?? at,
      });
    return { ok: { reported: true } };
  });

function withShown<Row extends AnsweredWord, Answer>(
  deps: Deps,
  kind: WordKind<Row>,
  { shop, shopper, wordId }: Reading,
  act: (tx: Tx, row: Row) => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  return deps.store.write(async (tx): Promise<Outcome<Answer>> => {
    const row = await first(tx, kind.select, { shopId: shop.id, id: wordId });
    if (row?.state !== 'published') return kind.unknown(wordId);
    return row.shopperId === shopper.id ? kind.own : act(tx, row);
  });
}
