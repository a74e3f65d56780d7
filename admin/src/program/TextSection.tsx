import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { AreaField } from '../ui/Field.tsx';
import type { Editor } from './program-model.ts';

/** Everything there is no field for. It is taken into the forms first, and checked when it is saved. */
export const TextSection = (props: { editor: Editor; document: ProgramDocument }): JSX.Element => {
  const { editor, document } = props;
  const text = useSignal<string | null>(null);
  const fault = useSignal<string | null>(null);
  const w = messages().program;
  const take = (): void => {
    try {
      // The server checks the whole; until then it is what was typed.
      editor.put(JSON.parse(text.value ?? '') as ProgramDocument);
      text.value = null;
      fault.value = null;
    } catch {
      fault.value = w.notJson;
    }
  };
  return (
    <section class="text-section">
      <AreaField
        label={w.everything}
        hint={w.everythingText}
        fault={fault.value}
        rows={20}
        value={text.value ?? JSON.stringify(document, null, 2)}
        onValue={(typed) => (text.value = typed)}
      />
      {text.value !== null && (
        <div class="row">
          <Button onClick={take}>{w.takeText}</Button>
        </div>
      )}
    </section>
  );
};
