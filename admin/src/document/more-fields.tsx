import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { isTimeZone } from '@okaeri/shared/days';
import { CheckField } from '../ui/Field.tsx';
import { DateTimeField } from '../ui/pickers/DateTimeField.tsx';
import { MonthDayField } from '../ui/pickers/MonthDayField.tsx';
import { ZoneField } from '../ui/pickers/ZoneField.tsx';
import { faultAt, faultWithin, type At } from './fields.tsx';
import { placeOf } from './show-field.ts';

/** An instant, in the time zone of the document; `optional` where there may be none. */
export const InstantAt = (props: At & { optional?: 'null' }): JSX.Element => {
  const { editor, path, label, hint, optional } = props;
  const value = editor.at(path);
  const named = editor.at(['timeZone']);
  // While one is being typed, the time is that of the person who looks.
  const timeZone = typeof named === 'string' && isTimeZone(named) ? named : undefined;
  return (
    <div data-place={placeOf(path)} class="instant">
      <DateTimeField
        label={label}
        hint={hint}
        timeZone={timeZone}
        fault={faultAt(editor, path)}
        value={typeof value === 'string' ? value : null}
        onValue={(next) => editor.set(path, next ?? (optional === 'null' ? null : ''))}
      />
    </div>
  );
};

/** A time zone, by its city. */
export const ZoneAt = ({ editor, path, label, hint }: At): JSX.Element => {
  const value = editor.at(path);
  return (
    <div data-place={placeOf(path)}>
      <ZoneField
        label={label}
        hint={hint}
        fault={faultAt(editor, path)}
        value={typeof value === 'string' ? value : ''}
        onValue={(zone) => editor.set(path, zone)}
      />
    </div>
  );
};

/** Days of the year. */
export const MonthDaysAt = ({ editor, path, label }: At): JSX.Element => {
  const value = editor.at(path);
  return (
    <div data-place={placeOf(path)}>
      <MonthDayField
        label={label}
        fault={faultWithin(editor, path)}
        value={Array.isArray(value) ? value.map(String) : []}
        onValue={(next) => editor.set(path, next)}
      />
    </div>
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
    <fieldset
      class="picks"
      data-place={placeOf(path)}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
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
