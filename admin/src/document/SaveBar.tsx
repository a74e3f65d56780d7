import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { Redo2, Undo2 } from 'lucide';
import type { Ability } from '@okaeri/shared/roles';
import { denied } from '../app/denied.ts';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { DocumentEditor } from './document-editor.ts';

/** What was changed and not saved, and what can be done with it; it stays in sight. */
export const SaveBar = <Document,>(props: {
  editor: DocumentEditor<Document>;
  needs: Ability;
}): JSX.Element | null => {
  const { editor, needs } = props;
  const w = messages();
  const blocked = denied(needs);
  useDocumentKeys(editor, needs);
  const isDirty = editor.isDirty.value;
  // With nothing to save it would only stand in the way; keys still take steps back.
  if (!isDirty && !editor.canRedo.value) return null;
  return (
    <div class="bulk" role="region" aria-label={w.document.bar}>
      <span aria-live="polite">
        {isDirty
          ? `${w.document.unsaved} (${w.document.changes(editor.changes.value.length)})`
          : ''}
      </span>
      <div class="row">
        {editor.canUndo.value && (
          <Button kind="quiet" icon={Undo2} aria-label={w.document.undo} onClick={editor.undo} />
        )}
        {editor.canRedo.value && (
          <Button kind="quiet" icon={Redo2} aria-label={w.document.redo} onClick={editor.redo} />
        )}
        {isDirty && (
          <Button kind="quiet" onClick={editor.discard}>
            {w.document.discard}
          </Button>
        )}
        <Button
          kind="primary"
          busy={editor.isBusy.value}
          blocked={blocked || !isDirty ? blocked || w.app.saved : false}
          onClick={() => void editor.save()}
        >
          {w.app.save}
        </Button>
      </div>
    </div>
  );
};

/** Save, undo and redo by their usual keys. In a line of text undo and redo are the browser's own. */
export function useDocumentKeys(
  editor: Pick<DocumentEditor<unknown>, 'undo' | 'redo' | 'save' | 'isDirty' | 'isBusy'>,
  needs: Ability,
): void {
  return useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.metaKey || event.ctrlKey)) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        if (may(needs) && editor.isDirty.peek() && !editor.isBusy.peek()) void editor.save();
      }
      if (key !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) editor.redo();
      else editor.undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [editor, needs]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && /^(text|search|url|email)$/.test(target.type))
  );
}
