import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Check, Copy } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

/** Code to take along. */
export const CodeBlock = ({ label, text }: { label: string; text: string }): JSX.Element => {
  const copied = useSignal<string | null>(null);
  const w = messages().app;
  const isCopied = copied.value === text;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    copied.value = text;
  };
  return (
    <div class="code-block">
      <pre class="code" tabIndex={0} role="region" aria-label={label} translate={false}>
        {text}
      </pre>
      <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
        {isCopied ? w.copied : w.copy}
      </Button>
    </div>
  );
};
