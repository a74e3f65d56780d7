import type { ComponentChildren, JSX } from 'preact';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { shopLanguages } from '../app/shop-languages.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { fieldFaultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { numberTyped, unitsTyped } from '../lib/typed-number-rules.ts';
import { AreaField, CheckField, SelectField, TextField } from '../ui/Field.tsx';
import type { FieldEditor } from './document-editor.ts';
import { placeOf } from './show-field.ts';
import { shortOf, useTyped } from './use-typed.ts';

/** Which value of which document a field is for. */
export interface At {
  editor: FieldEditor;
  path: DocumentPath;
  label: string;
  hint?: string;
}

/** What the server said of what stands at a path. */
export const faultAt = (editor: FieldEditor, path: DocumentPath, scale = 1): string | null => {
  const at = apiPath(editor, path);
  const found = editor.faults.value.find((fault) => fault.path === at);
  if (found === undefined) return null;
  // Whole in the units it is kept in: in those it is written in, it has too many decimals.
  return found.code === 'notWhole' && scale > 1
    ? messages().document.decimals(Math.log10(scale))
    : fieldFaultText(found, scale);
};

/** What a list is told of itself, or of one thing in it. */
export const faultWithin = (editor: FieldEditor, path: DocumentPath): string | null => {
  const at = apiPath(editor, path);
  const found = editor.faults.value.find(
    (fault) => fault.path === at || fault.path.startsWith(`${at}[`),
  );
  return found === undefined ? null : fieldFaultText(found);
};

/** A text of the document; `empty` is what stands there without one. */
export const TextAt = (props: At & { empty?: null }): JSX.Element => {
  const { editor, path, label, hint, empty } = props;
  const value = editor.at(path);
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      place={placeOf(path)}
      fault={faultAt(editor, path)}
      value={typeof value === 'string' ? value : ''}
      onValue={(text) => editor.set(path, text === '' ? empty : text)}
    />
  );
};

/**
 * A number of it; `scale` where it is written in larger units than it is kept, `optional` where
 * there may be none, and what stands there then.
 */
export const NumberAt = (
  props: At & { scale?: number; optional?: 'null' | 'absent' },
): JSX.Element => {
  const { editor, path, label, hint, scale = 1, optional } = props;
  const field = useTyped(editor, path, (value) => String(value / scale));
  const set = (text: string): void => {
    if (text === '' && optional !== undefined) {
      field.set(text, optional === 'null' ? null : undefined);
      return;
    }
    field.set(text, unitsTyped(text, scale));
  };
  return (
    <TextField
      key={path.join('/')}
      label={label}
      hint={hint}
      inputMode={scale === 1 ? 'numeric' : 'decimal'}
      place={placeOf(path)}
      fault={faultAt(editor, path, scale)}
      value={field.shown}
      onValue={set}
    />
  );
};

/** A text in the languages of the console; null where it has a word in none of them. */
export const WordsAt = (
  props: Omit<At, 'label'> & { label: (language: string) => string; isLong?: boolean },
): JSX.Element => {
  const { editor, path, label, hint, isLong = false } = props;
  const TheField = isLong ? AreaField : TextField;
  // The document has texts by their languages there, or null.
  const said = (editor.at(path) ?? {}) as Readonly<Record<string, string>>;
  const say = (tag: string, text: string): void => {
    const { [tag]: _, ...rest } = said;
    const next = text === '' ? rest : { ...rest, [tag]: text };
    editor.set(path, Object.keys(next).length === 0 ? null : next);
  };
  return (
    <>
      {Object.entries(shopLanguages()).map(([tag, name]) => (
        <TheField
          key={tag}
          label={label(name)}
          hint={hint}
          place={placeOf([...path, tag])}
          fault={faultAt(editor, [...path, tag])}
          value={said[tag] ?? ''}
          onValue={(text) => say(tag, text)}
        />
      ))}
    </>
  );
};

/** A share of it, in percent. */
export const ShareAt = ({ editor, path, label, hint }: At): JSX.Element => {
  const field = useTyped(editor, path, (value) => String(shortOf(value * 100)));
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      place={placeOf(path)}
      fault={faultAt(editor, path)}
      value={field.shown}
      onValue={(text) => field.set(text, shortOf(numberTyped(text) / 100))}
    />
  );
};

/** Money of it, in whole units of the currency. */
export const MoneyAt = (
  props: At & { currency: string; optional?: 'null' | 'absent' },
): JSX.Element => <NumberAt {...props} scale={minorUnitsOf(props.currency)} />;

/** Yes or no. */
export const CheckAt = ({
  editor,
  path,
  label,
}: Omit<At, 'label'> & { label: ComponentChildren }): JSX.Element => (
  <CheckField
    label={label}
    place={placeOf(path)}
    checked={editor.at(path) === true}
    onValue={(isOn) => editor.set(path, isOn)}
  />
);

/** One of a few. */
export const SelectAt = <Value extends string>(
  props: At & {
    options: Readonly<Record<Value, string>>;
    /** What else stands there once another is chosen. */
    onChosen?: (value: Value) => void;
  },
): JSX.Element => {
  const { editor, path, label, options, onChosen } = props;
  return (
    <SelectField
      label={label}
      options={options}
      place={placeOf(path)}
      fault={faultAt(editor, path)}
      // The document has one of the options there.
      value={editor.at(path) as Value}
      onValue={(value) => (onChosen ?? ((chosen) => editor.set(path, chosen)))(value)}
    />
  );
};

/** The path as the API writes it in a fault: things in lists by their place. */
function apiPath(editor: FieldEditor, path: DocumentPath): string {
  let text = '';
  path.forEach((key, i) => {
    const list = editor.at(path.slice(0, i));
    if (!Array.isArray(list)) text += `${text === '' ? '' : '.'}${key}`;
    else {
      const place = list.findIndex((one: unknown) => (one as { id?: string }).id === key);
      // Things without ids are named by their places already.
      text += `[${place >= 0 ? place : key}]`;
    }
  });
  return text;
}
