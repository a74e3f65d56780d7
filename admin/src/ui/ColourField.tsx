import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { JSX } from 'preact';

const COLOUR = /^#[0-9a-f]{6}$/;

/** A colour: from the browser's own picker, or typed as `#rrggbb`. */
export const ColourField = (props: {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
}): JSX.Element => {
  const { label, hint, value, onValue } = props;
  const id = useId();
  // What is typed counts once it is a colour; until then it stays as it is typed.
  const typed = useSignal<string | null>(null);
  const type = (text: string): void => {
    const colour = text.trim().toLowerCase();
    typed.value = COLOUR.test(colour) ? null : text;
    if (COLOUR.test(colour)) onValue(colour);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="colour">
        <input
          id={id}
          type="color"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <input
          type="text"
          aria-label={`${label} (#rrggbb)`}
          aria-invalid={typed.value === null ? undefined : 'true'}
          value={typed.value ?? value}
          maxLength={7}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => (typed.value = null)}
        />
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};
