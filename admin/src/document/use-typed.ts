import { useSignal } from '@preact/signals';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { FieldEditor } from './document-editor.ts';

/**
 * A number as it stands in its field: as it was typed while the document has what that gave, so that nothing is
 * rewritten under the hand. What is no number goes as it is: the server says what is wrong with it.
 */
export function useTyped(
  editor: FieldEditor,
  path: DocumentPath,
  write: (value: number) => string,
) {
  const typed = useSignal<{ text: string; value: unknown } | null>(null);
  const value = editor.at(path);
  const isTyped = typed.value !== null && typed.value.value === value;
  const kept = typeof value === 'number' ? write(value) : typeof value === 'string' ? value : '';
  return {
    shown: isTyped ? (typed.value?.text ?? '') : kept,
    set: (text: string, next: number | null | undefined): void => {
      const given = Number.isNaN(next) ? text : next;
      typed.value = { text, value: given };
      editor.set(path, given);
    },
  };
}

/** Without what a computer adds when it divides. */
export function shortOf(value: number): number {
  return Number(value.toPrecision(12));
}
