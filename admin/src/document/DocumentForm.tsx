import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import type { Ability } from '@okaeri/shared/roles';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Conflict } from './Conflict.tsx';
import {
  createDocumentEditor,
  type DocumentEditor,
  type DocumentSource,
} from './document-editor.ts';
import { Faults } from './Faults.tsx';
import { useShownField } from './show-field.ts';
import { SaveBar } from './SaveBar.tsx';

/** A document of the shop as a form: what is wrong with it, its fields, and what saves it. */
export const DocumentForm = <Document,>(props: {
  source: () => DocumentSource<Document>;
  needs: Ability;
  children: (of: { editor: DocumentEditor<Document>; document: Document }) => ComponentChildren;
}): JSX.Element => {
  const { source, needs, children } = props;
  const editor = useMemo(() => createDocumentEditor(source()), []);
  useEffect(() => void editor.load(), [editor]);
  useShownField();
  const document = editor.document.value;
  if (document === null)
    return editor.fault.value ? (
      <Fault fault={editor.fault.value} onRetry={() => void editor.load()} />
    ) : (
      <Skeleton lines={8} />
    );
  return (
    <div class="stack wide">
      <Faults editor={editor} />
      {children({ editor, document })}
      <SaveBar editor={editor} needs={needs} />
      <Conflict editor={editor} />
    </div>
  );
};
