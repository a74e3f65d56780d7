import { signal } from '@preact/signals';
import type {
  ImportAnswer,
  ImportField,
  ImportOptions,
  ImportPreview,
} from '@okaeri/shared/imports';
import { sendForm } from '../app/send-form.ts';
import { api } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask } from '../lib/ask.ts';
import { createResource } from '../lib/resource.ts';

/** How often it is asked how far an import has come. */
const ASK_MS = 1000;

const FIRST: ImportOptions = { columns: {}, products: {}, otherProducts: 'asNamed' };

/** Nothing goes on for so long: an import that was not finished by then was cut off. */
const GOES_ON_MS = 3_600_000;

/** Whether an import has not come to its end: some of its lines are neither in nor refused. */
export const isUnderWay = (of: ImportAnswer): boolean =>
  of.undoneAt === null &&
  of.imported + of.refused < of.rows &&
  Date.now() - Date.parse(of.createdAt) < GOES_ON_MS;

/** Asks again and again how far it is. The answer stops it. */
export const watch = ({ load }: { load: () => Promise<void> }): (() => void) => {
  const asking = setInterval(() => void load(), ASK_MS);
  return () => clearInterval(asking);
};

/** Files of other tools: what would come of one, and what came of those before. */
export const createImports = () => {
  const file = signal<File | null>(null);
  const options = signal<ImportOptions>(FIRST);
  const preview = signal<ImportPreview | null>(null);
  const answer = signal<ImportAnswer | null>(null);
  const isBusy = signal(false);
  const isSending = signal(false);
  const past = createResource(() => ask(api().reviews.imports.$get()));

  const look = async (): Promise<void> => {
    if (file.value === null) return;
    isBusy.value = true;
    const found = await act(() =>
      sendForm<ImportPreview>('/reviews/imports/preview', file.value as File, options.value),
    );
    preview.value = found ?? null;
    isBusy.value = false;
  };

  const change = (next: Partial<ImportOptions>): void => {
    options.value = { ...options.value, ...next };
    void look();
  };

  const bring = async (): Promise<void> => {
    if (file.value === null) return;
    isSending.value = true;
    // The server goes on by itself; what it has come to is in the list, here and on any other page.
    const stopAsking = watch(past);
    const done = await act(() =>
      sendForm<ImportAnswer>('/reviews/imports', file.value as File, options.value),
    );
    stopAsking();
    isSending.value = false;
    await past.load();
    if (done === undefined) return;
    answer.value = done;
    file.value = null;
    preview.value = null;
  };

  return {
    file,
    options,
    preview,
    answer,
    isBusy,
    isSending,
    past,
    choose: (chosen: File | null): void => {
      file.value = chosen;
      options.value = FIRST;
      preview.value = null;
      answer.value = null;
      void look();
    },
    change,
    setColumn: (field: ImportField, column: string): void => {
      const { [field]: _, ...rest } = options.value.columns;
      change({ columns: column === '' ? rest : { ...rest, [field]: column } });
    },
    bring,
    undo: async (importId: string): Promise<void> => {
      await act(
        () => ask(api().reviews.imports[':importId'].$delete({ param: { importId } })),
        words().reviewImports.undone,
      );
      await past.load();
    },
  };
};

export type Imports = ReturnType<typeof createImports>;
