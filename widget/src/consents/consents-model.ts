import { createConsentsClient } from '@okaeri/client/consents';
import type { OwnConsent } from '@okaeri/shared/consents';
import type { AppModel } from '../app/model.ts';
import { signal, type ReadonlySignal } from '../ui/signals.ts';

/** What a shopper may choose, as long as they look at it. */
export interface ConsentsModel {
  /** Null until it was read; `failed` where it was not. */
  readonly items: ReadonlySignal<readonly OwnConsent[] | null>;
  readonly failed: ReadonlySignal<boolean>;
  /** What is being changed now: one, or all of them. */
  readonly busy: ReadonlySignal<OwnConsent | 'all' | null>;
  load(): Promise<void>;
  /** Stops one, or starts it with the words that stand beside it. */
  turn(consent: OwnConsent): Promise<void>;
  /** Stops every e-mail. */
  stopAll(): Promise<void>;
}

const isSame = (one: OwnConsent, other: OwnConsent): boolean =>
  one.purpose === other.purpose && one.channel === other.channel;

export const createConsentsModel = (app: AppModel): ConsentsModel => {
  const client = createConsentsClient(app.session.transport);
  const locale = app.words.language;
  const items = signal<readonly OwnConsent[] | null>(null);
  const failed = signal(false);
  const busy = signal<OwnConsent | 'all' | null>(null);

  const attempt = async (what: OwnConsent | 'all' | null, act: () => Promise<void>) => {
    if (busy.value !== null) return;
    busy.value = what;
    failed.value = false;
    try {
      await act();
    } catch {
      failed.value = true;
    }
    busy.value = null;
  };
  const choose = async (consent: OwnConsent, state: 'given' | 'withdrawn'): Promise<void> => {
    const { purpose, channel, wording } = consent;
    const wordingId = state === 'given' ? (wording?.id ?? null) : null;
    const chosen = await client.choose({ purpose, channel, state, wordingId, locale });
    items.value = (items.value ?? []).map((one) => (isSame(one, chosen) ? chosen : one));
  };

  return {
    items,
    failed,
    busy,
    load: () =>
      attempt(null, async () => {
        items.value = await client.list(locale);
      }),
    turn: (consent) =>
      attempt(consent, async () => {
        await choose(consent, consent.allowed ? 'withdrawn' : 'given');
        // What one hears about is shown elsewhere too: the subscription, and whether rewards are chosen.
        await app.session.refresh();
      }),
    stopAll: () =>
      attempt('all', async () => {
        for (const consent of items.value ?? [])
          if (consent.channel === 'email' && consent.state !== 'withdrawn')
            await choose(consent, 'withdrawn');
        await app.session.refresh();
      }),
  };
};
