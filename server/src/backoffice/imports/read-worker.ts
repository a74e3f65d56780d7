import { workerData } from 'node:worker_threads';
import { answerWith, post } from '../../platform/lib/worker-side.ts';
import type { ReadOrder } from './read-in-worker.ts';
import { readAnswers } from './read-answers.ts';
import { readMembers } from './read-members.ts';
import { previewReviews, readReviews } from './read-reviews.ts';

// A file of twenty megabytes keeps a processor busy for seconds, and one made to do harm for longer: it is
// read here, beside the event loop. Rows go back a few at a time, as taking them over is work too.
const PIECE_ROWS = 100;

const inPieces = async (rows: readonly unknown[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += PIECE_ROWS)
    await post({ piece: rows.slice(from, from + PIECE_ROWS) });
};

const order: ReadOrder = workerData;
switch (order.kind) {
  case 'previewReviews':
    answerWith({ answer: previewReviews(order) });
    break;
  case 'reviews': {
    const read = readReviews(order);
    if ('ok' in read) await inPieces(read.ok.arrivals);
    answerWith({ answer: 'ok' in read ? { ok: { ...read.ok, arrivals: [] } } : read });
    break;
  }
  case 'members': {
    const read = readMembers(order);
    if ('ok' in read) await inPieces(read.ok.rows);
    answerWith({ answer: 'ok' in read ? { ok: { ...read.ok, rows: [] } } : read });
    break;
  }
  case 'answers': {
    const read = readAnswers({ ...order.file, bytes: order.bytes });
    if ('ok' in read) await inPieces(read.ok.rows);
    answerWith({ answer: 'ok' in read ? { ok: { ...read.ok, rows: [] } } : read });
    break;
  }
}
