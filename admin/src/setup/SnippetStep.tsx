import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { shop } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { snippetFor, type Place } from './snippets.ts';

/** The snippet, for the place it goes to. */
export const SnippetStep = (): JSX.Element => {
  const place = useSignal<Place>('html');
  const tokenUrl = useSignal('');
  const w = messages().setup;
  const text = snippetFor(place.value, {
    host: location.origin,
    publicKey: shop.value?.publicKey ?? '',
    tokenUrl: tokenUrl.value.trim(),
  });
  return (
    <div class="stack">
      <div class="grid">
        <SelectField
          label={w.snippet}
          hint={w.placeTexts[place.value]}
          value={place.value}
          options={w.places}
          onValue={(chosen) => (place.value = chosen)}
        />
        {place.value === 'html' && (
          <TextField
            label={w.tokenUrl}
            hint={w.tokenUrlHint}
            placeholder="/loyalty-token"
            value={tokenUrl.value}
            onValue={(typed) => (tokenUrl.value = typed)}
          />
        )}
      </div>
      <CodeBlock label={w.snippet} text={text} />
    </div>
  );
};
