import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';
import { Form } from './Form.tsx';

interface Props {
  class: string;
  label: string;
  /** What the button says. */
  action: string;
  busy: boolean;
  type?: 'text' | 'search';
  placeholder?: string;
  onSubmit: (text: string) => void;
}

/** One line of text, and a button that looks it up. */
export const LookupForm = (props: Props): JSX.Element => {
  const { label, action, busy, onSubmit, class: className, ...field } = props;
  const text = useSignal('');
  return (
    <Form class={className} onSubmit={() => onSubmit(text.value)}>
      <TextField
        {...field}
        label={label}
        required
        value={text.value}
        onValue={(typed) => (text.value = typed)}
      />
      <Button type="submit" busy={busy}>
        {action}
      </Button>
    </Form>
  );
};
