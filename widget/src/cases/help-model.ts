import { createCasesClient } from '@okaeri/client/cases';
import type { OwnCase } from '@okaeri/shared/cases';
import type { AppModel } from '../app/model.ts';
import { signal, type ReadonlySignal } from '../ui/signals.ts';

/** One's own cases, and what is being said in them. */
export interface HelpModel {
  /** Null until they were read. */
  readonly items: ReadonlySignal<readonly OwnCase[] | null>;
  readonly failed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Asks for help, or writes in a case; whether it was taken. */
  say(text: string, of: { caseId: string } | { orderId: string | null }): Promise<boolean>;
  answer(caseId: string, solved: boolean): Promise<void>;
}

export const createHelpModel = (app: AppModel): HelpModel => {
  const client = createCasesClient(app.session.transport);
  const items = signal<readonly OwnCase[] | null>(null);
  const failed = signal(false);
  const busy = signal(false);
  // The same words sent again after silence count once; what was answered has a new key.
  let attempt = { text: '', key: '' };

  const run = async (act: () => Promise<void>): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    failed.value = false;
    try {
      await act();
    } catch {
      failed.value = true;
    }
    busy.value = false;
    return !failed.value;
  };
  const put = (one: OwnCase): void => {
    items.value = [one, ...(items.value ?? []).filter(({ id }) => id !== one.id)];
    app.emit('case', { caseId: one.id, state: one.state });
  };

  return {
    items,
    failed,
    busy,
    async load() {
      await run(async () => {
        items.value = await client.list();
      });
    },
    say: (text, of) =>
      run(async () => {
        const asked = JSON.stringify([text, of]);
        if (attempt.text !== asked) attempt = { text: asked, key: crypto.randomUUID() };
        const { key } = attempt;
        put(
          'caseId' in of
            ? await client.write(of.caseId, text, key)
            : await client.ask({ text, orderId: of.orderId }, key),
        );
        attempt = { text: '', key: '' };
      }),
    async answer(caseId, solved) {
      await run(async () => put(await client.answer(caseId, solved)));
    },
  };
};
