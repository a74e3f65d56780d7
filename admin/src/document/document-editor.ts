import { computed, signal } from '@preact/signals';
import {
  differences,
  mergeChanges,
  valueAt,
  withValueAt,
  type DocumentPath,
} from '@okaeri/shared/document-difference';
import type { ChangedBy, FieldError } from '@okaeri/shared/errors';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { ApiError, changedBy, type WithEtag } from '../lib/request.ts';
import { showToast } from '../lib/toasts.ts';
import { documentPath } from './changes/fault-path-rules.ts';
import type { DocumentWords } from './changes/reader.ts';
import { startHistory, step, stepBack, stepForward, type History } from './history-rules.ts';
import {
  documentKey,
  clearUnsaved,
  saveUnsaved,
  noteSaved,
  readUnsaved,
  wasSavedHere,
} from './unsaved-document.ts';

/** Where a document of the shop is read and saved. */
export interface DocumentSource<Document> {
  /** Names the kind, for what is kept in this browser. */
  readonly name: string;
  read(): Promise<WithEtag<Document>>;
  /** Saves it if `etag` still names what is saved; else fails with `preconditionFailed`. */
  write(document: Document, etag: string): Promise<WithEtag<Document>>;
  /** How it is spoken of. */
  readonly words: DocumentWords<Document>;
}

/** What two people did to one document. */
interface Conflict<Document> {
  readonly base: Document;
  readonly theirs: WithEtag<Document>;
  /** Who saved theirs, where the server has said it. */
  readonly by: ChangedBy | null;
  /** Theirs was saved in this browser: by oneself, in another window. */
  readonly isOwn: boolean;
}
type State<Document> = ReturnType<typeof createState<Document>>;

/**
 * A document of the shop as it is edited: what is not saved is kept in this browser, steps can
 * be taken back, and where somebody else has saved meanwhile both are shown and nothing is lost.
 */
export const createDocumentEditor = <Document>(source: DocumentSource<Document>) => {
  const state = createState(source);
  const move = (by: (history: History<Document>) => History<Document>): void =>
    show(state, state.history.value && by(state.history.value));
  return {
    ...state,
    load: () => load(state),
    save: () => save(state),
    resolveConflict: (how: 'together' | 'mine' | 'theirs') => resolveConflict(state, how),
    put: (next: Document) => put(state, next, null),
    /** Puts another document in its place and saves it at once; `said` is told where that is done. */
    replace: (next: Document, said: string): Promise<boolean> => {
      put(state, next, null);
      return save(state, said);
    },
    undo: () => move(stepBack),
    redo: () => move(stepForward),
    discard: (): void => {
      state.faults.value = [];
      if (state.base.value !== null) put(state, state.base.value.body, null);
    },
    at: (path: DocumentPath): unknown => valueAt(state.document.value, path),
    set: (path: DocumentPath, value: unknown): void => {
      // The forms write what the document has at that place; the server checks the whole.
      const before = state.document.value;
      const next = withValueAt(before, path, value) as Document;
      // What is wrong there is another matter now; the next save says.
      state.faults.value = state.faults.value.filter(
        (fault) => !isWithin(documentPath(fault.path, before), path),
      );
      put(state, next, path.join('/'));
    },
  };
};

export type DocumentEditor<Document> = ReturnType<typeof createDocumentEditor<Document>>;

/** What a field needs to know of an editor, whatever the document. */
export type FieldEditor = Pick<DocumentEditor<unknown>, 'at' | 'set' | 'faults'>;

/** What is known of it: what was read, what was made of it, what the server says. */
function createState<Document>(source: DocumentSource<Document>) {
  const base = signal<WithEtag<Document> | null>(null);
  const history = signal<History<Document> | null>(null);
  const document = computed(() => history.value?.now ?? null);
  const changes = computed(() =>
    base.value === null ? [] : differences(base.value.body, document.value),
  );
  return {
    source,
    base,
    history,
    document,
    changes,
    isDirty: computed(() => changes.value.length > 0),
    canUndo: computed(() => (history.value?.past.length ?? 0) > 0),
    canRedo: computed(() => (history.value?.future.length ?? 0) > 0),
    fault: signal<ApiError | null>(null),
    faults: signal<readonly FieldError[]>([]),
    conflict: signal<Conflict<Document> | null>(null),
    isBusy: signal(false),
  };
}

function show<Document>(state: State<Document>, next: History<Document> | null): void {
  state.history.value = next;
  const { base, isDirty } = state;
  if (base.value === null || next === null || !isDirty.value) clearUnsaved(keyOf(state));
  else
    saveUnsaved(keyOf(state), { etag: base.value.etag, base: base.value.body, document: next.now });
}

async function load<Document>(state: State<Document>): Promise<void> {
  try {
    const latest = await state.source.read();
    state.base.value = latest;
    state.fault.value = null;
    const kept = readUnsaved<Document>(keyOf(state));
    state.history.value = startHistory(latest.body);
    if (kept === undefined) return;
    put(state, kept.document, null);
    if (kept.etag === latest.etag) showToast('done', messages().document.kept);
    else state.conflict.value = conflictOf(state, kept.base, latest);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    state.fault.value = error;
  }
}

async function save<Document>(state: State<Document>, said?: string): Promise<boolean> {
  const from = state.base.value;
  const sent = state.document.value;
  if (from === null || sent === null) return false;
  state.isBusy.value = true;
  state.faults.value = [];
  try {
    const saved = await state.source.write(sent, from.etag);
    state.base.value = saved;
    noteSaved(keyOf(state), saved.etag);
    // What was typed meanwhile is on top of what was saved.
    const history = state.history.value;
    show(state, history?.now === sent ? { ...history, now: saved.body } : history);
    showToast('done', said ?? messages().document.saved);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'preconditionFailed')
      state.conflict.value = {
        ...conflictOf(state, from.body, await state.source.read()),
        by: changedBy(error),
      };
    else if (error.errors.length > 0) state.faults.value = error.errors;
    else showToast('failed', faultText(error));
    return false;
  } finally {
    state.isBusy.value = false;
  }
}

/** Ends a conflict with one of three documents; the next save is on top of theirs. */
function resolveConflict<Document>(
  state: State<Document>,
  how: 'together' | 'mine' | 'theirs',
): void {
  const of = state.conflict.value;
  const mine = state.document.value;
  if (of === null || mine === null) return;
  const theirs = of.theirs.body;
  const merged = mergeChanges({ base: of.base, mine, theirs }).document;
  state.base.value = of.theirs;
  state.conflict.value = null;
  put(state, { together: merged, mine, theirs }[how], null);
}

function put<Document>(state: State<Document>, next: Document, thing: string | null): void {
  return show(
    state,
    state.history.value === null ? startHistory(next) : step(state.history.value, next, thing),
  );
}

function keyOf<Document>({ source }: State<Document>): string {
  return documentKey(source.name);
}

function conflictOf<Document>(
  state: State<Document>,
  base: Document,
  theirs: WithEtag<Document>,
): Conflict<Document> {
  return { base, theirs, by: null, isOwn: wasSavedHere(keyOf(state), theirs.etag) };
}

/** Whether a place is the other, or in it. */
function isWithin(place: DocumentPath, other: DocumentPath): boolean {
  return other.every((key, i) => place[i] === key);
}
