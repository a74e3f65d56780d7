import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { saveTextDraft, readTextDraft } from '../lib/text-draft.ts';
import { Button } from './Button.tsx';
import { AreaField } from './Field.tsx';
import { Form } from './Form.tsx';

interface Props {
  label: string;
  /** What its button says. */
  send: string;
  text?: string;
  /** What it is an answer to: under this name it is kept until it is sent. */
  name: string;
  maxLength: number;
  /** Gives whether it was taken. */
  onSend: (text: string) => Promise<boolean>;
  onCancel: () => void;
}

/** What the shop answers, for everybody to read. */
export const AnswerForm = (props: Props): JSX.Element => {
  const { label, send, text: before = '', name, maxLength, onSend, onCancel } = props;
  const text = useSignal(readTextDraft(name) ?? before);
  const isBusy = useSignal(false);
  const submit = async (): Promise<void> => {
    isBusy.value = true;
    if (await onSend(text.value)) saveTextDraft(name, '');
    isBusy.value = false;
  };
  return (
    <Form class="stack" onSubmit={() => void submit()}>
      <AreaField
        label={label}
        autoFocus
        maxLength={maxLength}
        value={text.value}
        onValue={(value) => {
          text.value = value;
          saveTextDraft(name, value);
        }}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value}>
          {send}
        </Button>
        <Button
          onClick={() => {
            saveTextDraft(name, '');
            onCancel();
          }}
        >
          {messages().app.cancel}
        </Button>
      </div>
    </Form>
  );
};
