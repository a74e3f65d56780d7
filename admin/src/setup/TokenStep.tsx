import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { shop, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Choices } from './Choices.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { sampleFor, type SampleLanguage } from './token-samples.ts';
import { TokenTest } from './TokenTest.tsx';

/** How the shop's server says who is signed in, and whether it says it rightly. */
export const TokenStep = (): JSX.Element => {
  const language = useSignal<SampleLanguage>('node');
  const w = messages().setupParts;
  const text = sampleFor(language.value, {
    host: location.origin,
    publicKey: shop.value?.publicKey ?? '',
  });
  return (
    <div class="stack">
      <Choices
        label={w.sampleOf}
        value={language.value}
        options={w.languages}
        onValue={(chosen) => (language.value = chosen)}
      />
      <p class="quiet small">
        {w.sampleTexts[language.value]}{' '}
        <a href={shopPath(language.value === 'liquid' ? '/settings/store' : '/settings/keys')}>
          {language.value === 'liquid' ? w.toStore : w.toKeys}
        </a>
      </p>
      <CodeBlock label={w.sampleOf} text={text} />
      <TokenTest />
    </div>
  );
};
