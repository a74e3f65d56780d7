import type { JSX } from 'preact';
import { X } from 'lucide';
import { pickerWords } from '../../i18n/picker-words.ts';
import { Icon } from '../Icon.tsx';
import { Combobox, type Option } from './Combobox.tsx';
import './pickers.css';

/** Some of many, each by its name: what is chosen above, and a field that finds more. */
export const ManyField = (props: {
  label: string;
  value: readonly string[];
  nameOf: (id: string) => string;
  options: readonly Option[];
  onSearch?: (typed: string) => void;
  onValue: (value: readonly string[]) => void;
  hint?: string | undefined;
  fault?: string | null | undefined;
}): JSX.Element => {
  const { label, value, nameOf, options, onSearch, onValue, hint, fault } = props;
  const w = pickerWords();
  const left = options.filter((one) => !value.includes(one.id));
  return (
    <div class="picks-field">
      <Combobox
        label={label}
        text=""
        options={left}
        {...(onSearch === undefined ? {} : { onSearch })}
        hint={hint}
        fault={fault}
        onChoose={(one) => onValue([...value, one.id])}
      />
      {value.length > 0 && (
        <ul class="chosen">
          {value.map((one) => (
            <li key={one}>
              {nameOf(one)}
              <button
                type="button"
                aria-label={w.remove(nameOf(one))}
                onClick={() => onValue(value.filter((other) => other !== one))}
              >
                <Icon of={X} size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
