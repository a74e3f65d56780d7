import { computed, signal } from '@preact/signals';
import {
  differences,
  mergeChanges,
  valueAt,
  withValueAt,
  type DocumentPath,
} from '@okaeri/shared/document-difference';
import type { FieldError } from '@okaeri/shared/errors';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { api, shopId } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask, askWhole, AskError, type Told } from '../lib/ask.ts';
import { faultText } from '../i18n/fault-text.ts';
import { tell } from '../lib/toasts.ts';
import { forgetKept, keep, readKept } from './kept-draft.ts';

/** A document without what the server says beside it. */
export const documentOf = (program: Program): ProgramDocument => {
  // `advice` comes with a saved draft, and is no part of it.
  const { version: _, ...document } = program;
  return withValueAt(document, ['advice'], undefined) as ProgramDocument;
};

/** What two people did to one draft. */
export interface Conflict {
  readonly base: ProgramDocument;
  readonly theirs: Told<ProgramDocument>;
}

/** What is known of the draft: what was read, what was made of it, what the server says. */
const createState = () => {
  const base = signal<Told<ProgramDocument> | null>(null);
  const document = signal<ProgramDocument | null>(null);
  const changes = computed(() =>
    base.value === null ? [] : differences(base.value.body, document.value),
  );
  return {
    published: signal<Program | null>(null),
    base,
    document,
    fault: signal<AskError | null>(null),
    faults: signal<readonly FieldError[]>([]),
    conflict: signal<Conflict | null>(null),
    isBusy: signal(false),
    changes,
    isDirty: computed(() => changes.value.length > 0),
  };
};
type State = ReturnType<typeof createState>;

const put = ({ document, base, isDirty }: State, next: ProgramDocument): void => {
  document.value = next;
  const id = shopId.peek() ?? '';
  if (base.value === null || !isDirty.value) forgetKept(id);
  else keep(id, { etag: base.value.etag, base: base.value.body, document: next });
};

const readDraft = async (): Promise<Told<ProgramDocument>> => {
  const told = await askWhole(api().program.draft.$get());
  return { body: documentOf(told.body), etag: told.etag };
};

const load = async (state: State): Promise<void> => {
  try {
    const [draft, now] = await Promise.all([readDraft(), ask(api().program.$get())]);
    state.published.value = now;
    state.base.value = draft;
    state.document.value = draft.body;
    state.fault.value = null;
    const kept = readKept(shopId.peek() ?? '');
    if (kept === undefined) return;
    state.document.value = kept.document;
    if (kept.etag === draft.etag) tell('done', words().program.kept);
    else state.conflict.value = { base: kept.base, theirs: draft };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    state.fault.value = error;
  }
};

const save = async (state: State): Promise<boolean> => {
  const from = state.base.value;
  const json = state.document.value;
  if (from === null || json === null) return false;
  state.isBusy.value = true;
  state.faults.value = [];
  try {
    const headers = { 'If-Match': from.etag };
    const saved = await askWhole(api().program.draft.$put({ json }, { headers }));
    state.base.value = { body: documentOf(saved.body), etag: saved.etag };
    // What was typed meanwhile is on top of what was saved.
    const now = state.document.value;
    put(state, now === null || now === json ? state.base.value.body : now);
    tell('done', words().program.saved);
    return true;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    if (error.code === 'preconditionFailed')
      state.conflict.value = { base: from.body, theirs: await readDraft() };
    else if (error.errors.length > 0) state.faults.value = error.errors;
    else tell('failed', faultText(error));
    return false;
  } finally {
    state.isBusy.value = false;
  }
};

const publish = async (state: State): Promise<void> => {
  if (state.isDirty.value && !(await save(state))) return;
  const headers = { 'If-Match': state.base.value?.etag ?? '' };
  state.isBusy.value = true;
  const done = await act(() => ask(api().program.publish.$post(undefined, { headers })));
  state.isBusy.value = false;
  if (done !== undefined) tell('done', words().program.published(done.version));
  await load(state);
};

/** Ends a conflict with one of three documents; the next save is on top of theirs. */
const settle = (state: State, how: 'together' | 'mine' | 'theirs'): void => {
  const of = state.conflict.value;
  const mine = state.document.value;
  if (of === null || mine === null) return;
  const theirs = of.theirs.body;
  const merged = mergeChanges({ base: of.base, mine, theirs }).document;
  state.base.value = of.theirs;
  state.conflict.value = null;
  put(state, { together: merged, mine, theirs }[how]);
};

/** The draft as it is edited. */
export const createEditor = () => {
  const state = createState();
  return {
    ...state,
    load: () => load(state),
    save: () => save(state),
    publish: () => publish(state),
    settle: (how: 'together' | 'mine' | 'theirs') => settle(state, how),
    put: (next: ProgramDocument) => put(state, next),
    discard: (): void => {
      state.faults.value = [];
      if (state.base.value !== null) put(state, state.base.value.body);
    },
    at: (path: DocumentPath): unknown => valueAt(state.document.value, path),
    set: (path: DocumentPath, value: unknown): void =>
      // The forms write what the document has at that place; the server checks the whole.
      put(state, withValueAt(state.document.value, path, value) as ProgramDocument),
  };
};

export type Editor = ReturnType<typeof createEditor>;
