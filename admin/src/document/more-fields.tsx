import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { isTimeZone } from '@okaeri/shared/days';
import { fromWallTime, toWallTime } from '@okaeri/shared/wall-time';
import { CheckField, TextField } from '../ui/Field.tsx';
import { faultAt, type At } from './fields.tsx';

/** An instant, in the time zone of the document; `optional` where there may be none. */
export const InstantAt = (props: At & { optional?: 'null' }): JSX.Element => {
  const { editor, path, label, hint, optional } = props;
  const value = editor.at(path);
  const named = editor.at(['timeZone']);
  // While one is being typed, the time is that of the person who looks.
  const timeZone = typeof named === 'string' && isTimeZone(named) ? named : undefined;
  return (
    <TextField
      label={label}
      hint={hint ?? timeZone}
      type="datetime-local"
      fault={faultAt(editor, path)}
      value={
        typeof value === 'string' && !Number.isNaN(Date.parse(value))
          ? toWallTime(value, timeZone)
          : ''
      }
      onValue={(text) => {
        editor.set(path, fromWallTime(text, timeZone) ?? (optional === 'null' ? null : ''));
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
