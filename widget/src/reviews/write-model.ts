import { signal, type ReadonlySignal, type Signal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import { createReviewWriter, type ReviewDraft } from '@okaeri/client/review-writer';
import { getItem, setItem } from '@okaeri/client/device';
import { toJson } from '@okaeri/client/to-json';
import type { Proof } from '@okaeri/shared/proof';
import type { MyReviews, OwnReview, ReviewForm, ReviewPhoto } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { mineOf } from './reviews-client.ts';

/** What the form holds. */
interface Draft {
  readonly rating: number;
  readonly title: string;
  readonly body: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly photos: readonly ReviewPhoto[];
  /** What stands in the field that people do not see. */
  readonly website?: string;
}

/** What became of what was sent. */
interface Outcome {
  readonly text: 'sent' | 'queued';
  readonly points: number;
}

type WriteStatus = 'idle' | 'busy' | 'incomplete' | 'failed' | 'photoFailed';

/** Writing one's reviews: what there is to write about, and the form. */
export interface WriteModel {
  readonly mine: ReadonlySignal<MyReviews | 'failed' | null>;
  readonly form: ReadonlySignal<ReviewForm | null>;
  readonly draft: ReadonlySignal<Draft>;
  readonly status: ReadonlySignal<WriteStatus>;
  /** What came of the last one, and the points that were offered for it. */
  readonly outcome: ReadonlySignal<Outcome | null>;
  load(): Promise<void>;
  open(productId: string, orderId?: string): Promise<void>;
  /** Leaves the form, or what became of it, for the list. */
  close(): void;
  change(change: Partial<Draft>): void;
  addPhoto(file: File): Promise<void>;
  send(): Promise<void>;
  takeBack(productId: string): Promise<void>;
  /** Says why a withheld review should be shown. */
  appeal(productId: string, text: string): Promise<void>;
}

const EMPTY: Draft = { rating: 0, title: '', body: '', name: '', attributes: {}, photos: [] };

/** What the shop gives for a review as it stands; one that is edited has had it. */
export const offeredPoints = (form: ReviewForm | null, photos: readonly ReviewPhoto[]): number => {
  const offer = form?.review === null ? form.offer : null;
  return offer === null ? 0 : offer.points + (photos.length > 0 ? offer.photoPoints : 0);
};

/** What was written and not sent waits on this device, each product's apart. */
const nameOf = (app: AppModel, productId: string): string =>
  `draft:${app.snippet.shop}:${productId}`;

const recalled = (app: AppModel, productId: string): Partial<Draft> => {
  try {
    return JSON.parse(getItem(nameOf(app, productId)) ?? '{}');
  } catch {
    // What is there is not ours.
    return {};
  }
};

const draftOf = (app: AppModel, { review, name, productId }: ReviewForm): Draft =>
  review === null
    ? { ...EMPTY, name, ...recalled(app, productId) }
    : {
        rating: review.rating,
        title: review.title ?? '',
        body: review.body,
        name: review.name,
        attributes: review.attributes,
        photos: review.photos,
      };

/** Whether there is enough to send: stars, and a word. */
const isComplete = ({ rating, body }: Draft): boolean => rating > 0 && body.trim() !== '';

const toInput = (draft: Draft, language: string): ReviewDraft => ({
  rating: draft.rating,
  body: draft.body,
  language,
  attributes: draft.attributes,
  photoIds: draft.photos.map(({ id }) => id),
  website: draft.website,
  ...(draft.title.trim() !== '' && { title: draft.title }),
  ...(draft.name.trim() !== '' && { name: draft.name }),
});

/** Keeps what is written of a new review; an edit is sent or left. */
const keepDraft = (app: AppModel, form: ReviewForm | null, draft: Draft): void => {
  if (form?.review === null) setItem(nameOf(app, form.productId), toJson(draft));
};

const prove = async ({ session }: AppModel): Promise<Proof | null> =>
  (await import('@okaeri/client/proof-of-work')).solveProofOfWork(session.transport);

/** Runs one act at a time, and says how it went. */
const createAttempt =
  (status: Signal<WriteStatus>) =>
  async (work: () => Promise<void>, failure: WriteStatus): Promise<void> => {
    if (status.value === 'busy') return;
    status.value = 'busy';
    try {
      await work();
      status.value = 'idle';
    } catch (error) {
      const isRefused = error instanceof OkaeriError && error.code !== 'offline';
      status.value = isRefused ? failure : 'failed';
    }
  };

/** A photo as it is sent: where what shrinks it does not come, as it is. */
const shrunk = (file: File): Promise<Blob> =>
  import('./shrink-photo.ts').then(
    ({ shrink }) => shrink(file),
    () => file,
  );

const createWriteModel = (app: AppModel): WriteModel => {
  const client = createReviewWriter(app.session.transport);
  const { mine, load } = mineOf(app);
  const form = signal<ReviewForm | null>(null);
  const draft = signal<Draft>(EMPTY);
  const status = signal<WriteStatus>('idle');
  const outcome = signal<Outcome | null>(null);

  // The points of a review stand in the balance with it. Nobody waits for it: the next act may begin.
  const reload = (): void => {
    void load();
    void app.session.refresh();
  };

  const save = async (productId: string): Promise<void> => {
    // A buyer is known to be a person already.
    const proof = form.value?.needsProof ? await prove(app) : null;
    const input = toInput(draft.value, app.words.language);
    const saved = await client.save(productId, { ...input, proof });
    const text = saved.state === 'published' ? 'sent' : 'queued';
    outcome.value = { text, points: offeredPoints(form.value, draft.value.photos) };
    setItem(nameOf(app, productId), '{}');
    form.value = null;
    const { rating, state } = saved;
    app.emit('review', { productId, rating, state });
    reload();
  };

  const attempt = createAttempt(status);
  const actOn = (act: () => Promise<OwnReview>): Promise<void> =>
    attempt(async () => {
      await act();
      outcome.value = null;
      reload();
    }, 'failed');

  return {
    mine,
    form,
    draft,
    status,
    outcome,
    load,
    open: (productId, orderId) =>
      attempt(async () => {
        outcome.value = null;
        const opened = await client.open(productId, orderId);
        draft.value = draftOf(app, opened);
        form.value = opened;
      }, 'failed'),
    close() {
      form.value = null;
      outcome.value = null;
      status.value = 'idle';
    },
    change(next) {
      draft.value = { ...draft.value, ...next };
      // What is still missing stays marked.
      if (status.value !== 'busy' && status.value !== 'incomplete') status.value = 'idle';
      keepDraft(app, form.value, draft.value);
    },
    addPhoto: (file) =>
      attempt(async () => {
        const photos = [...draft.value.photos, await client.addPhoto(await shrunk(file))];
        draft.value = { ...draft.value, photos };
      }, 'photoFailed'),
    async send() {
      const { productId } = form.value ?? {};
      if (productId === undefined) return;
      if (isComplete(draft.value)) await attempt(() => save(productId), 'failed');
      else status.value = 'incomplete';
    },
    appeal: (productId, text) => actOn(() => client.appeal(productId, text)),
    takeBack: (productId) => actOn(() => client.remove(productId)),
  };
};

const models = new WeakMap<AppModel, WriteModel>();

/** Writing in a widget: one for all places, so that nothing written is lost between them. */
export const writingOf = (app: AppModel): WriteModel => {
  const known = models.get(app) ?? createWriteModel(app);
  models.set(app, known);
  return known;
};
