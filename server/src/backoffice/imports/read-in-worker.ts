import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ImportedAnswer } from '@okaeri/shared/answer-imports';
import type { ImportPreview } from '@okaeri/shared/imports';
import type { Deps } from '../../deps.ts';
import { inWorker, ownBytes, WorkerMemoryError } from '../../platform/lib/in-worker.ts';
import type { BalanceRow } from './balance-row-rules.ts';
import type { Arrival } from './import-rules.ts';
import type { AnswersFile, ReadAnswers } from './read-answers.ts';
import type { MembersFile, ReadMembers } from './read-members.ts';
import type { ReadReviews, ReviewsFile } from './read-reviews.ts';
import { unreadable } from './unreadable.ts';

const WORKER = new URL('./read-worker.ts', import.meta.url);

/** What the worker is to do. */
export type ReadOrder =
  | ({ readonly kind: 'previewReviews' } & ReviewsFile)
  | ({ readonly kind: 'reviews' } & ReviewsFile)
  | ({ readonly kind: 'members' } & MembersFile)
  | {
      readonly kind: 'answers';
      readonly bytes: Uint8Array;
      readonly file: Omit<AnswersFile, 'bytes'>;
    };

type Said<Read extends WorkerRead> =
  | { readonly piece: readonly Read['row'][] }
  | { readonly answer: Outcome<Read['answer']> };

/** What a file of one kind comes to: its rows, and what is said of it as a whole. */
interface WorkerRead {
  readonly answer: unknown;
  readonly row: unknown;
}

/** Says what an import of a file of reviews would do. Its bytes are gone afterwards. */
export const previewReviewsFile = async (
  deps: Deps,
  file: ReviewsFile,
  signal?: AbortSignal,
): Promise<Outcome<ImportPreview>> => {
  const order = { kind: 'previewReviews', ...file } as const;
  return (await read<{ answer: ImportPreview; row: never }>(deps, order, signal)).answer;
};

/** Reads a file of reviews. Its bytes are gone afterwards. */
export const readReviewsFile = async (
  deps: Deps,
  file: ReviewsFile,
  signal?: AbortSignal,
): Promise<Outcome<ReadReviews>> => {
  const order = { kind: 'reviews', ...file } as const;
  const { answer, rows } = await read<{ answer: ReadReviews; row: Arrival }>(deps, order, signal);
  return 'ok' in answer ? { ok: { ...answer.ok, arrivals: rows } } : answer;
};

/** Reads a file of members. Its bytes are gone afterwards. */
export const readMembersFile = async (
  deps: Deps,
  file: MembersFile,
  signal?: AbortSignal,
): Promise<Outcome<ReadMembers>> => {
  const order = { kind: 'members', ...file } as const;
  const { answer, rows } = await read<{ answer: ReadMembers; row: BalanceRow }>(
    deps,
    order,
    signal,
  );
  return 'ok' in answer ? { ok: { ...answer.ok, rows } } : answer;
};

/** Reads a file of answers. Its bytes are gone afterwards. */
export const readAnswersFile = async (
  deps: Deps,
  { bytes, ...file }: AnswersFile,
  signal?: AbortSignal,
): Promise<Outcome<ReadAnswers>> => {
  const order = { kind: 'answers', bytes, file } as const;
  const { answer, rows } = await read<{ answer: ReadAnswers; row: ImportedAnswer }>(
    deps,
    order,
    signal,
  );
  return 'ok' in answer ? { ok: { ...answer.ok, rows } } : answer;
};

async function read<Read extends WorkerRead>(
  deps: Deps,
  order: ReadOrder,
  signal: AbortSignal | undefined,
): Promise<{ answer: Outcome<Read['answer']>; rows: Read['row'][] }> {
  const rows: Read['row'][] = [];
  const bytes = ownBytes(order.bytes);
  try {
    const last = await inWorker<Said<Read>>({
      module: WORKER,
      data: { ...order, bytes },
      transfer: [bytes.buffer],
      timeoutMs: deps.workLimits.readFileMs,
      advice: 'split the file into smaller ones',
      heapMbMax: deps.workLimits.readFileHeapMb,
      signal: deps.underWay.until(signal),
      hear: (said) => {
        if ('piece' in said) rows.push(...said.piece);
      },
    });
    if ('piece' in last) throw new Error('The file was read without an answer.');
    return { answer: last.answer, rows };
  } catch (error) {
    if (!(error instanceof WorkerMemoryError)) throw error;
    // The same file would need as much another time: it is the file that is at fault.
    const detail = 'It needs more memory than a file may take; split it into smaller ones.';
    return { answer: unreadable(detail), rows: [] };
  }
}
