import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { pickerWords } from '../../i18n/picker-words.ts';
import { PickerNote } from './PickerNote.tsx';
import { isFoundBy } from './zone-rules.ts';
import './pickers.css';

/** One of many, by its name. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** Beside the name, and found by it too. */
  readonly more?: string;
}

interface Props {
  label: string;
  /** What stands in the field: the name of what is chosen. */
  text: string;
  options: readonly Option[];
  /** Told of what is typed, where the options are searched elsewhere. */
  onSearch?: (typed: string) => void;
  onChoose: (option: Option) => void;
  hint?: string | undefined;
  fault?: string | null | undefined;
}

/** How many are in sight; more are found by typing on. */
const SHOWN = 40;

/** A field that is typed into, with a list of what is found: by keyboard as by pointer. */
export const Combobox = (props: Props): JSX.Element => {
  const { label, text, hint, fault } = props;
  const id = useId();
  const { typed, at, shown, choose, type, onKeyDown, onBlur } = useChoosing(props);
  const isOpen = typed !== null;
  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <div class="combobox-box">
        <input
          id={id}
          role="combobox"
          autocomplete="off"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && shown.length > 0 ? `${id}-${at}` : undefined}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={`${id}-hint`}
          value={typed ?? text}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={() => {
            if (!isOpen) type('');
          }}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {isOpen && <Found id={id} label={label} shown={shown} at={at} onChoose={choose} />}
      </div>
      <PickerNote id={`${id}-hint`} hint={hint} fault={fault} />
    </div>
  );
};

/** What is typed, what is found by it, and where in the list one is. */
function useChoosing({ options, onSearch, onChoose }: Props) {
  const typed = useSignal<string | null>(null);
  const at = useSignal(0);
  const found =
    onSearch === undefined && typed.value !== null
      ? options.filter(({ name, more = '' }) => isFoundBy(`${name} ${more}`, typed.value ?? ''))
      : options;
  const shown = found.slice(0, SHOWN);
  const choose = (option: Option): void => {
    typed.value = null;
    onChoose(option);
  };
  const type = (next: string): void => {
    typed.value = next;
    at.value = 0;
    onSearch?.(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOpen = typed.value !== null;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return type('');
      const step = event.key === 'ArrowDown' ? 1 : shown.length - 1;
      at.value = (at.value + step) % Math.max(1, shown.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = shown[at.value];
      if (option !== undefined) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      // The list closes, and the dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      typed.value = null;
    }
    return undefined;
  };
  const onBlur = (): void => {
    typed.value = null;
  };
  return { typed: typed.value, at: at.value, shown, choose, type, onKeyDown, onBlur };
}

function Found(props: {
  id: string;
  label: string;
  shown: readonly Option[];
  at: number;
  onChoose: (option: Option) => void;
}): JSX.Element {
  const { id, label, shown, at, onChoose } = props;
  if (shown.length === 0)
    return (
      <p class="combobox-list quiet small" role="status">
        {pickerWords().noneFound}
      </p>
    );
  return (
    <ul class="combobox-list" id={`${id}-list`} role="listbox" aria-label={label}>
      {shown.map((option, i) => (
        <li
          key={option.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          ref={i === at ? intoSight : null}
          // The field keeps the focus, so that leaving it does not close the list first.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          {option.name}
          {option.more !== undefined && <span class="quiet small">{option.more}</span>}
        </li>
      ))}
    </ul>
  );
}

function intoSight(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' });
}
