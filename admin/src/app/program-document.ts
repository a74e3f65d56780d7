import { differences, withValueAt } from '@okaeri/shared/document-difference';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { documentKey, saveUnsaved, noteSaved } from '../document/unsaved-document.ts';
import { request, requestWithEtag, type WithEtag } from '../lib/request.ts';
import { api } from './session.ts';
import type { UndoPoint } from './undo-replace.ts';

/** A document without what the server says beside it. */
export const documentOf = (program: Program): ProgramDocument => {
  // `advice` comes with a saved draft, and is no part of it.
  const { version: _, ...document } = program;
  return withValueAt(document, ['advice'], undefined) as ProgramDocument;
};

/** Names the draft among what is kept in this browser. */
export const DRAFT = 'draft';

/** The saved draft. */
export const readDraft = async (): Promise<WithEtag<ProgramDocument>> =>
  draftOf(await requestWithEtag(api().program.draft.$get()));

/** Saves a draft in the place of the one that `etag` names. */
export const writeDraft = async (
  json: ProgramDocument,
  etag: string,
): Promise<WithEtag<ProgramDocument>> => {
  const headers = { 'If-Match': etag };
  const saved = draftOf(await requestWithEtag(api().program.draft.$put({ json }, { headers })));
  noteSaved(documentKey(DRAFT), saved.etag);
  return saved;
};

/** Publishes the draft that `etag` names, and gives what is published with the draft's new tag. */
export const publishDraft = async (
  etag: string,
  note: string | null = null,
): Promise<WithEtag<Program>> => {
  const headers = { 'If-Match': etag };
  const body = await request(api().program.publish.$post({ json: { note } }, { headers }));
  const next = await readDraft();
  noteSaved(documentKey(DRAFT), next.etag);
  return { body, etag: next.etag };
};

/**
 * Publishes another document than the draft. Where it cannot be published the draft is put back,
 * so that all is as it was.
 */
const publishDocument = async (
  document: ProgramDocument,
  draft: WithEtag<ProgramDocument>,
): Promise<WithEtag<Program>> => {
  const saved = await writeDraft(document, draft.etag);
  try {
    return await publishDraft(saved.etag);
  } catch (error) {
    await writeDraft(draft.body, saved.etag);
    throw error;
  }
};

/** Makes everything as it was: what was published, the draft, and what was typed and not saved. */
export const undoReplace = async (back: UndoPoint): Promise<void> => {
  let now = await readDraft();
  let isSame = false;
  if (back.published !== null) {
    const document = documentOf(back.published);
    const { etag } = await publishDocument(document, { ...now, etag: back.etag });
    now = { body: document, etag };
    isSame = !differ(document, back.draft);
  }
  if (!isSame) now = await writeDraft(back.draft, back.published === null ? back.etag : now.etag);
  if (differ(back.draft, back.typed))
    saveUnsaved(documentKey(DRAFT), { etag: now.etag, base: now.body, document: back.typed });
};

function draftOf(told: WithEtag<Program>): WithEtag<ProgramDocument> {
  return {
    body: documentOf(told.body),
    etag: told.etag,
  };
}

function differ(a: ProgramDocument, b: ProgramDocument): boolean {
  return differences(a, b).length > 0;
}
