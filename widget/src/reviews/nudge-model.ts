import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { createContactsClient } from '@okaeri/client/contacts';
import type { ReviewPrompt } from '@okaeri/shared/reviews';
import type { NextStep } from '../app/next-step.ts';
import type { AppModel } from '../app/model.ts';
import { writingOf } from './write-model.ts';

/** What a page says unasked. */
type Shown =
  | { readonly kind: 'reviewRequest'; readonly prompt: ReviewPrompt }
  | { readonly kind: 'nextStep' };

/** Chooses what is said in the shop's own page. */
export interface NudgeModel {
  /** Null until the server has said what may be shown, and where nothing may. */
  readonly shown: ReadonlySignal<Shown | null>;
  choose(step: NextStep | null): Promise<void>;
  dismiss(): Promise<void>;
}

export const createNudgeModel = (app: AppModel): NudgeModel => {
  const contacts = createContactsClient(app.session.transport);
  const writing = writingOf(app);
  const shown = signal<Shown | null>(null);
  // An answer that comes after a later question is dropped.
  let question = 0;

  const firstAllowed = async (step: NextStep | null): Promise<Shown | null> => {
    await writing.load();
    const mine = writing.mine.value;
    // Who may have something to be asked about is not shown less than that meanwhile: it
    // would take the room in the budget that the request is due.
    if (mine === null || mine === 'failed') return null;
    const [prompt] = mine.prompts;
    if (prompt !== undefined) {
      const contact = { kind: 'reviewRequest', subject: prompt.orderId } as const;
      if ((await contacts.ask(contact)).allowed) return { kind: 'reviewRequest', prompt };
    }
    if (step === null) return null;
    const { allowed } = await contacts.ask({ kind: 'nextStep', subject: step.kind });
    return allowed ? { kind: 'nextStep' } : null;
  };

  return {
    shown,
    async choose(step) {
      const mine = ++question;
      try {
        const chosen = await firstAllowed(step);
        if (mine === question) shown.value = chosen;
      } catch {
        // Offline, or signed out meanwhile: nothing is said rather than too much.
        if (mine === question) shown.value = null;
      }
    },
    async dismiss() {
      const now = shown.value;
      shown.value = null;
      if (now?.kind !== 'reviewRequest') return;
      const contact = { kind: 'reviewRequest', subject: now.prompt.orderId } as const;
      await contacts.dismiss(contact).catch(() => undefined);
    },
  };
};
