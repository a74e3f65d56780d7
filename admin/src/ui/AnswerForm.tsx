import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { AreaField } from './Field.tsx';

interface Props {
  label: string;
  /** What its button says. */
  send: string;
  text?: string;
  maxLength: number;
  onSend: (text: string) => Promise<unknown>;
  onCancel: () => void;
}

/** What the shop answers, for everybody to read. */
export const AnswerForm = (props: Props): JSX.Element => {
  const { label, send, text: before = '', maxLength, onSend, onCancel } = props;
  const text = useSignal(before);
  const isBusy = useSignal(false);
  const submit = async (): Promise<void> => {
    isBusy.value = true;
    await onSend(text.value);
    isBusy.value = false;
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <AreaField
        label={label}
        autoFocus
        maxLength={maxLength}
        value={text.value}
        onValue={(value) => (text.value = value)}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value}>
          {send}
        </Button>
        <Button onClick={onCancel}>{words().app.cancel}</Button>
      </div>
    </form>
  );
};
