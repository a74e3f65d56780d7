import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Check, TriangleAlert } from 'lucide';
import type { TokenCheck } from '@okaeri/shared/setup';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatList, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Icon } from '../ui/Icon.tsx';
import { LookupForm } from '../ui/LookupForm.tsx';
import { isAddress, isFine } from './token-test-rules.ts';

/** A token, or the address that gives it, is looked at: what is right, or why it is refused. */
export const TokenTest = (): JSX.Element => {
  const found = useSignal<TokenCheck | null>(null);
  const isBusy = useSignal(false);
  const w = messages().setupParts;
  const look = async (text: string): Promise<void> => {
    const said = text.trim();
    isBusy.value = true;
    const json = isAddress(said) ? { url: said } : { token: said };
    const checked = await runAction(() => request(api().shop.check.token.$post({ json })));
    isBusy.value = false;
    if (checked !== undefined) found.value = checked;
  };
  return (
    <>
      <LookupForm
        class="inline-form"
        label={w.tokenTest}
        action={w.tokenCheck}
        placeholder={w.tokenTestHint}
        busy={isBusy.value}
        onSubmit={(text) => void look(text)}
      />
      <div aria-live="polite">{found.value && <Result of={found.value} />}</div>
    </>
  );
};

function Result({ of }: { of: TokenCheck }): JSX.Element {
  const w = messages().setupParts;
  const { finding, detail, expiresAt, shopper, ignored, isCacheable } = of;
  const good = isFine(finding);
  const { title, text } = w.tokenFindings[finding];
  return (
    <div class={`note state ${good ? 'good' : 'failed'}`}>
      <Icon of={good ? Check : TriangleAlert} size={16} />
      <div class="grow stack-small">
        <p>
          <strong>{title}</strong> {text}
        </p>
        {detail !== null && (
          <p>
            {w.tokenDetail} <code>{detail}</code>
          </p>
        )}
        {expiresAt !== null && <p>{w.tokenExpires(formatTime(expiresAt))}</p>}
        {shopper !== null && (
          <p>
            {w.tokenShopper(shopper.id, shopper.email ?? shopper.name)}{' '}
            {shopper.email !== null && !shopper.emailVerified && w.tokenUnverified}
          </p>
        )}
        {ignored.length > 0 && <p>{w.tokenIgnored(formatList(ignored))}</p>}
        {isCacheable && <p>{w.tokenCacheable}</p>}
      </div>
    </div>
  );
}
