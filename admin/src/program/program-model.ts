import { signal } from '@preact/signals';
import { withValueAt } from '@okaeri/shared/document-difference';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { api } from '../app/session.ts';
import { setShopZone } from '../app/shop-zone.ts';
import { createDocumentEditor } from '../document/document-editor.ts';
import { words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask, askWhole, type Told } from '../lib/ask.ts';
import { createResource } from '../lib/resource.ts';
import { tell } from '../lib/toasts.ts';

/** A document without what the server says beside it. */
export const documentOf = (program: Program): ProgramDocument => {
  // `advice` comes with a saved draft, and is no part of it.
  const { version: _, ...document } = program;
  return withValueAt(document, ['advice'], undefined) as ProgramDocument;
};

const draftOf = (told: Told<Program>): Told<ProgramDocument> => ({
  body: documentOf(told.body),
  etag: told.etag,
});

/** The draft as it is edited, and what is published. */
export const createEditor = () => {
  const draft = createDocumentEditor<ProgramDocument>({
    name: 'draft',
    read: async () => draftOf(await askWhole(api().program.draft.$get())),
    write: async (json, etag) =>
      draftOf(
        await askWhole(api().program.draft.$put({ json }, { headers: { 'If-Match': etag } })),
      ),
  });
  const published = createResource<Program>(() => ask(api().program.$get()));
  const isPublishing = signal(false);
  const load = async (): Promise<void> => {
    await Promise.all([draft.load(), published.load()]);
  };
  const publish = async (): Promise<void> => {
    if (draft.isDirty.value && !(await draft.save())) return;
    const headers = { 'If-Match': draft.base.value?.etag ?? '' };
    isPublishing.value = true;
    const done = await act(() => ask(api().program.publish.$post(undefined, { headers })));
    isPublishing.value = false;
    if (done !== undefined) tell('done', words().program.published(done.version));
    await load();
    if (published.value.value) setShopZone(published.value.value.timeZone);
  };
  return { ...draft, published: published.value, isPublishing, load, publish };
};

export type Editor = ReturnType<typeof createEditor>;
