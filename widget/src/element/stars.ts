import { createReviewsClient } from '@okaeri/client/reviews';
import type { ReviewSummary } from '@okaeri/shared/reviews';
import type { Transport } from '@okaeri/client/transport';
import { formatCount } from '../i18n/format.ts';
import { formatAverage } from '../reviews/format-average.ts';
import type { Context } from './context.ts';

/** Products one request asks for, as the server takes them. */
const AT_ONCE = 50;

type Stars = Readonly<Record<string, ReviewSummary>>;

interface Batch {
  readonly ids: Set<string>;
  readonly answer: Promise<Stars>;
}

/** How long stars stay as they were asked for; the page asks at every change of its own. */
const KEPT_MS = 60_000;

const batches = new WeakMap<Transport, Batch>();

/** Asks for everything at once that a page wants to know at once. */
const ask = async (transport: Transport, productId: string): Promise<ReviewSummary | undefined> => {
  let batch = batches.get(transport);
  if (batch === undefined || batch.ids.size >= AT_ONCE) {
    const ids = new Set<string>();
    const later = async (): Promise<Stars> => {
      await new Promise((done) => setTimeout(done));
      batches.delete(transport);
      return createReviewsClient(transport).stars([...ids]);
    };
    batch = { ids, answer: later() };
    batches.set(transport, batch);
  }
  batch.ids.add(productId);
  return (await batch.answer)[productId];
};

interface Kept {
  readonly askedMs: number;
  readonly stars: Promise<ReviewSummary | undefined>;
}

const kept = new WeakMap<Transport, Map<string, Kept>>();

/** Asks once for what a page asks for again and again. */
const askOnce = (transport: Transport, productId: string): Kept['stars'] => {
  const answers = kept.get(transport) ?? new Map<string, Kept>();
  kept.set(transport, answers);
  const known = answers.get(productId);
  const nowMs = performance.now();
  if (known && nowMs - known.askedMs < KEPT_MS) return known.stars;
  const stars = ask(transport, productId);
  answers.set(productId, { askedMs: nowMs, stars });
  // What did not come is asked for again.
  stars.catch(() => answers.delete(productId));
  return stars;
};

/** A product's stars in words and signs, such as `★ 4.0 (12)`; empty while there are none. */
export const starsOf = async (
  element: HTMLElement,
  { session, messages }: Context,
): Promise<string | null> => {
  const productId = element.getAttribute('product-id');
  if (!productId) return null;
  try {
    const stars = await askOnce(session.transport, productId);
    if (stars === undefined || stars.average === null) return '';
    const { language } = messages;
    return `★ ${formatAverage(stars.average, language)} (${formatCount(stars.count, language)})`;
  } catch {
    return null;
  }
};
