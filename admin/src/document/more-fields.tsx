import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { CheckField, TextField } from '../ui/Field.tsx';
import { faultAt, type At } from './fields.tsx';

const pad = (part: number): string => String(part).padStart(2, '0');

/** An instant as the browser's own field for it writes it: the time of whoever looks. */
const localOf = (iso: string): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
};

/** An instant, in the time of whoever looks; `optional` where there may be none. */
export const InstantAt = (props: At & { optional?: 'null' }): JSX.Element => {
  const { editor, path, label, hint, optional } = props;
  const value = editor.at(path);
  return (
    <TextField
      label={label}
      hint={hint}
      type="datetime-local"
      fault={faultAt(editor, path)}
      value={typeof value === 'string' ? localOf(value) : ''}
      onValue={(text) => {
        const at = new Date(text);
        if (!Number.isNaN(at.getTime())) editor.set(path, at.toISOString());
        else editor.set(path, optional === 'null' ? null : '');
      }}
    />
  );
};

/** Some of a few; none of them is said by leaving the list out. */
export const PicksAt = (
  props: At & { options: readonly { readonly id: string; readonly name: string }[] },
): JSX.Element | null => {
  const { editor, path, label, hint, options } = props;
  const id = useId();
  const value = editor.at(path);
  const picked: readonly unknown[] = Array.isArray(value) ? value : [];
  if (options.length === 0) return null;
  const pick = (one: string, isOn: boolean): void => {
    const next = options
      .map((option) => option.id)
      .filter((known) => (known === one ? isOn : picked.includes(known)));
    editor.set(path, next.length === 0 ? undefined : next);
  };
  return (
    <fieldset class="picks" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      <div class="row">
        {options.map((one) => (
          <CheckField
            key={one.id}
            label={one.name}
            checked={picked.includes(one.id)}
            onValue={(isOn) => pick(one.id, isOn)}
          />
        ))}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
};
