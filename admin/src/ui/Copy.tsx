import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Check, Copy as CopyIcon } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Button } from './Button.tsx';

const SHOWN_MS = 2000;

/** A text to take along: read-only, selected when it is entered, with a button that copies it. */
export const Copy = ({ text, label }: { text: string; label: string }): JSX.Element => {
  const isCopied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    isCopied.value = true;
    setTimeout(() => {
      isCopied.value = false;
    }, SHOWN_MS);
  };
  return (
    <div class="copy">
      <input
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={isCopied.value ? Check : CopyIcon} onClick={() => void copy()}>
        {isCopied.value ? messages().app.copied : messages().app.copy}
      </Button>
    </div>
  );
};
