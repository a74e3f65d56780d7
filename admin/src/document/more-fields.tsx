import type { JSX } from 'preact';
import { isTimeZone } from '@okaeri/shared/days';
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
