import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { sendForm, UnreadFileError, type Asked } from './send-form.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** How often it is asked how far an import has come. */
const ASK_MS = 1000;

/** Nothing goes on for so long: an import that was not finished by then was cut off. */
const GOES_ON_MS = 3_600_000;

/** A file that was imported, whatever was in it. */
export interface ImportRecord {
  readonly id: string;
  readonly source: string;
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  readonly createdAt: string;
  readonly undoneAt: string | null;
}

/** Options of every file: which column is what, where its name does not say it, and how it is written. */
interface FileOptions {
  readonly columns: Readonly<Record<string, string | undefined>>;
  readonly encoding?: string | undefined;
  readonly dateOrder?: string | undefined;
  readonly decimalMark?: string | undefined;
}

/** How a file is written, where it does not show it. */
export type Writing = 'encoding' | 'dateOrder' | 'decimalMark';

/** Whether an import has not come to its end: some of its lines are neither in nor refused. */
export const isUnderWay = (of: ImportRecord): boolean =>
  of.undoneAt === null &&
  of.imported + of.refused < of.rows &&
  Date.now() - Date.parse(of.createdAt) < GOES_ON_MS;

/** Asks again and again how far it is. The answer stops it. */
export const followProgress = ({ load }: { load: () => Promise<void> }): (() => void) => {
  const asking = setInterval(() => void load(), ASK_MS);
  return () => clearInterval(asking);
};

/** Files of one kind: what would come of one, and what came of those before. */
export interface FileImport<Options extends FileOptions, Preview, Answer extends ImportRecord> {
  readonly options: Signal<Options>;
  readonly preview: ReadonlySignal<Preview | null>;
  /** The columns of a file whose names do not say enough. */
  readonly unread: ReadonlySignal<readonly string[]>;
  /** What else has to be said so that the file can be read. */
  readonly asked: ReadonlySignal<Asked | null>;
  readonly answer: ReadonlySignal<Answer | null>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly isSending: ReadonlySignal<boolean>;
  readonly past: Resource<{ readonly items: readonly Answer[] }>;
  /** Takes a file, whose options are the usual ones, and looks at it. */
  readonly choose: (file: File | null) => void;
  /** Changes options, and looks again. */
  readonly change: (next: Partial<Options>) => void;
  /** Says which column a field is in; none where it is empty. */
  readonly setColumn: (field: string, column: string) => void;
  /** Says how the file is written; nothing where it is empty. */
  readonly setWriting: (what: Writing, how: string) => void;
  readonly bring: () => Promise<void>;
  readonly undo: (importId: string) => Promise<void>;
}

interface ImportApi<Options, Answer> {
  /** Where such files are sent, below `/v1`. */
  readonly path: string;
  /** The usual options, for each file anew. */
  readonly first: () => Options;
  readonly listPast: () => Promise<{ readonly items: readonly Answer[] }>;
  readonly takeBack: (importId: string) => Promise<unknown>;
}

/** Makes the model of one kind of files. */
export const createFileImport = <Options extends FileOptions, Preview, Answer extends ImportRecord>(
  of: ImportApi<Options, Answer>,
): FileImport<Options, Preview, Answer> => {
  const file = signal<File | null>(null);
  const options = signal<Options>(of.first());
  const looking = createPreview<Preview>(`${of.path}/preview`);
  const { preview } = looking;
  const answer = signal<Answer | null>(null);
  const isSending = signal(false);
  const past = createResource(of.listPast);

  const look = (): Promise<void> => looking.look(file.value, options.value);
  const change = (next: Partial<Options>): void => {
    options.value = { ...options.value, ...next };
    void look();
  };

  const bring = async (): Promise<void> => {
    const chosen = file.value;
    if (chosen === null) return;
    isSending.value = true;
    // The server goes on by itself; what it has come to is in the list, here and on any other page.
    const stopAsking = followProgress(past);
    const done = await runAction(() => sendForm<Answer>(of.path, chosen, options.value));
    stopAsking();
    isSending.value = false;
    await past.load();
    if (done === undefined) return;
    answer.value = done;
    file.value = preview.value = null;
  };

  return {
    options,
    preview,
    unread: looking.unread,
    asked: looking.asked,
    answer,
    isBusy: looking.isBusy,
    isSending,
    past,
    choose(chosen) {
      file.value = chosen;
      preview.value = answer.value = null;
      options.value = of.first();
      void look();
    },
    change,
    setColumn: (field, column) =>
      change({ columns: withColumn(options.value.columns, field, column) } as Partial<Options>),
    setWriting: (what, how) => change(withWriting(options.value, what, how)),
    bring,
    undo: async (importId) => {
      const done = await runAction(() => of.takeBack(importId), messages().imports.undone);
      // What came of it is no longer so.
      if (done !== undefined && answer.value?.id === importId) answer.value = null;
      await past.load();
    },
  };
};

/** What would come of a file, and what has to be said of it before that can be seen. */
function createPreview<Preview>(path: string) {
  const preview = signal<Preview | null>(null);
  const unread = signal<readonly string[]>([]);
  const asked = signal<Asked | null>(null);
  const isBusy = signal(false);
  const look = async (file: File | null, options: FileOptions): Promise<void> => {
    unread.value = [];
    asked.value = null;
    if (file === null) return;
    isBusy.value = true;
    const sent = () => sendForm<Preview>(path, file, options);
    const found = await runAction(() => sent().catch(noteAsked(unread, asked)));
    preview.value = found ?? null;
    isBusy.value = false;
  };
  return { preview, unread, asked, isBusy, look };
}

/** Keeps what has to be said of a file; the failure goes on. */
function noteAsked(unread: Signal<readonly string[]>, asked: Signal<Asked | null>) {
  return (error: unknown): never => {
    if (error instanceof UnreadFileError) {
      unread.value = error.headers;
      asked.value = error.asks;
    }
    throw error;
  };
}

function withColumn(
  columns: FileOptions['columns'],
  field: string,
  column: string,
): FileOptions['columns'] {
  const { [field]: _, ...rest } = columns;
  return column === '' ? rest : { ...rest, [field]: column };
}

function withWriting<Options extends FileOptions>(
  options: Options,
  what: Writing,
  how: string,
): Options {
  // What is undefined is not sent, as if it had never been said.
  return { ...options, [what]: how === '' ? undefined : how };
}
