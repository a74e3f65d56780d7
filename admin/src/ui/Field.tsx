import { Select } from './Select.tsx';
import { useId } from 'preact/hooks';
import type { ComponentChildren, InputHTMLAttributes, JSX } from 'preact';

interface Common {
  label: string;
  hint?: string | undefined;
  fault?: string | null | undefined;
  /** Names its place in a document, so that it can be found. */
  place?: string | undefined;
}

type InputProps = Common & {
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date' | 'datetime-local';
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal';
  placeholder?: string;
  required?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  minLength?: number;
  maxLength?: number;
};

/** A line of text with its label, a hint, and what is wrong with it. */
export const TextField = (props: InputProps): JSX.Element => {
  const { label, hint, fault, place, value, onValue, ...rest } = props;
  // Preact types an input by each type it may have; this one may have several.
  const attributes = rest as InputHTMLAttributes;
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} fault={fault} place={place}>
      <input
        {...attributes}
        id={id}
        value={value}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={describe(id, props)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Around>
  );
};

type AreaProps = Common & {
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  maxLength?: number;
  autoFocus?: boolean;
  placeholder?: string;
};

/** Several lines. */
export const AreaField = (props: AreaProps): JSX.Element => {
  const { label, hint, fault, place, value, onValue, ...rest } = props;
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} fault={fault} place={place}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        value={value}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={describe(id, props)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Around>
  );
};

type SelectProps<Value extends string> = Common & {
  value: Value;
  options: Readonly<Record<Value, string>>;
  onValue: (value: Value) => void;
};

/** One of a few. */
export const SelectField = <Value extends string>(props: SelectProps<Value>): JSX.Element => {
  const { label, hint, fault, place, value, options, onValue } = props;
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} fault={fault} place={place}>
      <Select<Value>
        id={id}
        value={value}
        options={options}
        describedBy={describe(id, props)}
        onValue={onValue}
      />
    </Around>
  );
};

/** Yes or no. */
export const CheckField = (props: {
  label: ComponentChildren;
  checked: boolean;
  onValue: (value: boolean) => void;
  place?: string | undefined;
  /** Has the focus when its dialog opens. */
  autoFocus?: boolean;
}): JSX.Element => (
  <label class="check" data-place={props.place}>
    <input
      type="checkbox"
      autoFocus={props.autoFocus === true}
      checked={props.checked}
      onChange={(event) => props.onValue(event.currentTarget.checked)}
    />
    <span>{props.label}</span>
  </label>
);

function Around(props: Common & { id: string; children: ComponentChildren }): JSX.Element {
  const { id, label, hint, fault, place, children } = props;
  return (
    <div class="field" data-place={place}>
      <label for={id}>{label}</label>
      {children}
      {fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      {hint && !fault && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function describe(id: string, { hint, fault }: Common): string | undefined {
  if (fault) return `${id}-fault`;
  return hint ? `${id}-hint` : undefined;
}
