import { signal } from '@preact/signals';
import { differences } from '@okaeri/shared/document-difference';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { DRAFT, documentOf, publishDraft, readDraft, writeDraft } from '../app/program-document.ts';
import { api } from '../app/session.ts';
import { setShopZone } from '../app/shop-zone.ts';
import { saveUndoPoint } from '../app/undo-replace.ts';
import { createDocumentEditor, type DocumentEditor } from '../document/document-editor.ts';
import { messages } from '../i18n/messages.ts';
import { tryAction } from '../lib/run-action.ts';
import { faultText } from '../i18n/fault-text.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';

/** The draft as it is edited, and what is published. */
export const createEditor = () => {
  const draft = createDocumentEditor<ProgramDocument>({
    name: DRAFT,
    read: readDraft,
    write: writeDraft,
  });
  const published = createResource<Program>(() => request(api().program.$get()));
  const isPublishing = signal(false);
  const load = async (): Promise<void> => {
    await Promise.all([draft.load(), published.load()]);
  };
  const publish = async (): Promise<void> => {
    if (draft.isDirty.value && !(await draft.save())) return;
    const before = published.value.value;
    const was = stateOf(draft);
    isPublishing.value = true;
    const outcome = await tryAction(() => publishDraft(draft.base.value?.etag ?? ''));
    isPublishing.value = false;
    draft.faults.value = 'fault' in outcome ? outcome.fault.errors : [];
    if ('fault' in outcome) showToast('failed', faultText(outcome.fault));
    else {
      const { done } = outcome;
      showToast('done', messages().program.published(done.body.version));
      const { etag, body } = done;
      if (before !== undefined && was !== null)
        saveUndoPoint({ ...was, etag, published: before, version: body.version });
    }
    await load();
    if (published.value.value) setShopZone(published.value.value.timeZone);
  };
  /** Makes a published version the draft. */
  const reset = async (to: Program): Promise<void> => {
    const was = stateOf(draft);
    const { version } = to;
    if (!(await draft.replace(documentOf(to), messages().program.broughtBack(version)))) return;
    const etag = draft.base.value?.etag;
    if (was !== null && etag !== undefined)
      saveUndoPoint({ ...was, etag, published: null, version });
  };
  return { ...draft, published: published.value, isPublishing, load, publish, reset };
};

export type Editor = ReturnType<typeof createEditor>;

/** What publishing would change: it saves first what is not saved. */
export const differencesToPublish = (editor: Editor) =>
  differencesIn(editor, editor.document.value);

/** What the saved draft changes. */
export const differencesSaved = (editor: Editor) => differencesIn(editor, editor.base.value?.body);

/** What is saved and what is typed, as they are kept before they are replaced. */
function stateOf(
  draft: DocumentEditor<ProgramDocument>,
): { draft: ProgramDocument; typed: ProgramDocument } | null {
  const { base, document } = draft;
  if (base.value === null || document.value === null) return null;
  return { draft: base.value.body, typed: document.value };
}

function differencesIn(editor: Editor, document: ProgramDocument | null | undefined) {
  const now = editor.published.value;
  return now === undefined || !document ? [] : differences(documentOf(now), document);
}
