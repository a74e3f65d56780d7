import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { isSame, type Change } from '../document/changes/change-rules.ts';
import { documentPath } from '../document/changes/fault-path-rules.ts';
import { partOf } from '../document/changes/program-places.ts';
import { programWords } from '../document/changes/document-words.ts';
import { changesIn } from '../document/changes/reader.ts';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import type { ProgramStatus } from '@okaeri/shared/program-status';
import { DRAFT, documentOf, publishDraft, readDraft, writeDraft } from '../app/program-document.ts';
import { loadOverview } from '../app/overview.ts';
import { api } from '../app/session.ts';
import { setShopZone } from '../app/shop-zone.ts';
import { saveUndoPoint } from '../app/undo-replace.ts';
import { createDocumentEditor, type DocumentEditor } from '../document/document-editor.ts';
import { messages } from '../i18n/messages.ts';
import { runAction, tryAction } from '../lib/run-action.ts';
import { request, type ApiError } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';

/** When the draft is to be published, and what is said of it. */
export interface Publishing {
  /** An instant; null for now. */
  readonly at: string | null;
  readonly note: string | null;
}

/** The draft as it is edited, and what is published. */
export const createEditor = () => {
  const draft = createDocumentEditor<ProgramDocument>({
    name: DRAFT,
    words: programWords,
    read: readDraft,
    write: writeDraft,
  });
  const published = createResource<Program>(() => request(api().program.$get()));
  const status = createResource<ProgramStatus>(() => request(api().program.status.$get()));
  const isPublishing = signal(false);
  /** How the draft stands to what is published: the menu says it, too. */
  const loadStanding = async (): Promise<void> => {
    await Promise.all([status.load(), loadOverview()]);
  };
  const load = async (): Promise<void> => {
    await Promise.all([draft.load(), published.load(), loadStanding()]);
  };
  const save = async (): Promise<boolean> => {
    const isSaved = await draft.save();
    await loadStanding();
    return isSaved;
  };
  /** Publishes it now or later; what was refused is for the dialog to say. */
  const publish = async (how: Publishing): Promise<ApiError | null> => {
    if (draft.isDirty.value && !(await save())) return null;
    isPublishing.value = true;
    const outcome = await tryAction(() =>
      how.at === null ? publishNow(draft, published.value.value, how.note) : publishAt(draft, how),
    );
    isPublishing.value = false;
    const fault = 'fault' in outcome ? outcome.fault : null;
    draft.faults.value = fault?.errors ?? [];
    if (fault !== null) return fault;
    await load();
    if (published.value.value) setShopZone(published.value.value.timeZone);
    return null;
  };
  /** Makes a published version the draft. */
  const reset = async (to: Program, said: string): Promise<void> => {
    const was = stateOf(draft);
    const { version } = to;
    if (!(await draft.replace(documentOf(to), said))) return;
    const etag = draft.base.value?.etag;
    if (was !== null && etag !== undefined)
      saveUndoPoint({ ...was, etag, published: null, version });
    await loadStanding();
  };
  const cancelSchedule = async (): Promise<void> => {
    await runAction(
      () => request(api().program.schedule.$delete()),
      messages().program.scheduleGone,
    );
    await loadStanding();
  };
  return {
    ...draft,
    save,
    published: published.value,
    status: status.value,
    isPublishing,
    load,
    publish,
    reset,
    cancelSchedule,
    ...known(draft, published.value),
  };
};

export type Editor = ReturnType<typeof createEditor>;

/** Whether publishing would change nothing: it saves first what is not saved. */
export const isAsPublished = (editor: Editor): boolean => {
  const now = editor.published.value;
  return now === undefined || isSame(documentOf(now), editor.document.value);
};

/** How an entry of a list stands to what is published. */
export const entryState = (editor: Editor, path: DocumentPath): 'added' | 'changed' | null => {
  const found = editor.toPublish.value?.find((one) => path.every((key, i) => one.path[i] === key));
  if (found === undefined || found.kind === 'removed') return null;
  return found.kind === 'added' && found.path.length === path.length ? 'added' : 'changed';
};

/** How much there is to mend in an entry of a list. */
export const faultsAt = (editor: Editor, path: DocumentPath): number =>
  editor.faults.value.filter((fault) => {
    const at = documentPath(fault.path, editor.document.value);
    return path.every((key, i) => at[i] === key);
  }).length;

/** What follows from the draft and what is published. */
function known(
  { document, faults }: DocumentEditor<ProgramDocument>,
  published: ReadonlySignal<Program | undefined>,
) {
  return {
    /** What publishing would change; null until the words have come. */
    toPublish: computed((): readonly Change[] | null => {
      const [now, next] = [published.value, document.value];
      return now === undefined || next === null
        ? null
        : changesIn(programWords, documentOf(now), next);
    }),
    /** How much there is to mend in each part. */
    faultyParts: computed((): ReadonlyMap<string, number> => {
      const counts = new Map<string, number>();
      for (const { path } of faults.value) {
        const part = partOf(documentPath(path, document.value));
        counts.set(part, (counts.get(part) ?? 0) + 1);
      }
      return counts;
    }),
  };
}

/** What is saved and what is typed, as they are kept before they are replaced. */
function stateOf(
  draft: DocumentEditor<ProgramDocument>,
): { draft: ProgramDocument; typed: ProgramDocument } | null {
  const { base, document } = draft;
  if (base.value === null || document.value === null) return null;
  return { draft: base.value.body, typed: document.value };
}

async function publishNow(
  draft: DocumentEditor<ProgramDocument>,
  before: Program | undefined,
  note: string | null,
): Promise<void> {
  const was = stateOf(draft);
  const { etag, body } = await publishDraft(draft.base.value?.etag ?? '', note);
  showToast('done', messages().program.published(body.version));
  if (before !== undefined && was !== null)
    saveUndoPoint({ ...was, etag, published: before, version: body.version });
}

async function publishAt(
  draft: DocumentEditor<ProgramDocument>,
  { at, note }: Publishing,
): Promise<void> {
  const headers = { 'If-Match': draft.base.value?.etag ?? '' };
  const json = { at: at ?? '', note };
  await request(api().program.schedule.$put({ json }, { headers }));
  showToast('done', messages().program.scheduleDone);
}
