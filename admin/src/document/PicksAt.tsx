import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { CheckField } from '../ui/Field.tsx';
import type { At } from './fields.tsx';
import { placeOf } from './show-field.ts';

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
