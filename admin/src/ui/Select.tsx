import type { JSX } from 'preact';
import { entriesOf, isKeyOf } from '@okaeri/shared/records';

/** A choice among the keys of `options`, each shown by its text. */
export const Select = <Value extends string>(props: {
  value: Value;
  options: Readonly<Record<Value, string>>;
  onValue: (value: Value) => void;
  id?: string;
  describedBy?: string | undefined;
  /** Where the keys are languages and each text is written in its own. */
  isOfLanguages?: boolean;
}): JSX.Element => {
  const { value, options, onValue, id, describedBy, isOfLanguages } = props;
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={({ currentTarget: { value: chosen } }) => {
        if (isKeyOf(options, chosen)) onValue(chosen);
      }}
    >
      {entriesOf<Value, string>(options).map(([key, text]) => (
        <option key={key} value={key} lang={isOfLanguages === true ? key : undefined}>
          {text}
        </option>
      ))}
    </select>
  );
};
