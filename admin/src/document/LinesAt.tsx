import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { AreaField } from '../ui/Field.tsx';
import { faultWithin, type At } from './fields.tsx';
import { placeOf } from './show-field.ts';

/** A list of texts, one on each line; `optional` where an empty list is none at all. */
export const LinesAt = (props: At & { optional?: 'absent' }): JSX.Element => {
  const { editor, path, label, hint, optional } = props;
  // While somebody types, empty lines and spaces stay where they are.
  const typed = useSignal('');
  const known = editor.at(path);
  const lines: readonly unknown[] = Array.isArray(known) ? known : [];
  const text = lines.join('\n');
  return (
    <AreaField
      label={label}
      hint={hint}
      place={placeOf(path)}
      fault={faultWithin(editor, path)}
      rows={Math.max(2, lines.length + 1)}
      value={linesOf(typed.value).join('\n') === text ? typed.value : text}
      onValue={(next) => {
        typed.value = next;
        const found = linesOf(next);
        editor.set(path, optional && found.length === 0 ? undefined : found);
      }}
    />
  );
};

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
