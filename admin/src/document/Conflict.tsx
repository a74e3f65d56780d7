import type { JSX } from 'preact';
import { lazyValue } from '../lib/lazy-value.ts';
import { LazyPart } from '../ui/LazyPart.tsx';
import type { DocumentEditor } from './document-editor.ts';

const DIALOG = lazyValue(async () => (await import('./ConflictDialog.tsx')).ConflictDialog);

/** Where two people changed one document: it is rare, and what asks then comes with it. */
export const Conflict = <Document,>(props: {
  editor: DocumentEditor<Document>;
}): JSX.Element | null =>
  props.editor.conflict.value === null ? null : (
    <LazyPart of={DIALOG}>{(ConflictDialog) => <ConflictDialog editor={props.editor} />}</LazyPart>
  );
