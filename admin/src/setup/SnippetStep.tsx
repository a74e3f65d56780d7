import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Check, Copy } from 'lucide';
import { shop } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { snippetFor, type Place } from './snippets.ts';

/** The snippet, for the place it goes to. */
export const SnippetStep = (): JSX.Element => {
  const place = useSignal<Place>('html');
  const copied = useSignal<Place | null>(null);
  const w = messages();
  const text = snippetFor(place.value, {
    host: location.origin,
    publicKey: shop.value?.publicKey ?? '',
  });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    copied.value = place.value;
  };
  const isCopied = copied.value === place.value;
  return (
    <div class="stack">
      <div class="narrow">
        <SelectField
          label={w.setup.snippet}
          hint={w.setup.placeTexts[place.value]}
          value={place.value}
          options={w.setup.places}
          onValue={(chosen) => (place.value = chosen)}
        />
      </div>
      <pre class="code" tabIndex={0} role="region" aria-label={w.setup.snippet}>
        {text}
      </pre>
      <div class="row">
        <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
          {isCopied ? w.app.copied : w.app.copy}
        </Button>
      </div>
    </div>
  );
};
