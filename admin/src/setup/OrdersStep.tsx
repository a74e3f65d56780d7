import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { overview } from '../app/overview.ts';
import { shop, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Choices } from './Choices.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { orderSample } from './order-sample.ts';

type Source = 'shopify' | 'woocommerce' | 'api' | 'file';

/** How orders come: from the shop's platform, from its own server, or once from a file. */
export const OrdersStep = (): JSX.Element => {
  const source = useSignal<Source>('shopify');
  const w = messages().setupParts;
  const hasCome = overview.value?.done.includes('orders') === true;
  return (
    <div class="stack">
      <p class={hasCome ? 'note state good' : 'note state listening'} role="status">
        <span class="pulse" aria-hidden="true" />
        <span class="grow">
          <strong>{hasCome ? w.ordersCome : w.ordersListen}</strong>{' '}
          {!hasCome && w.ordersListenText}
        </span>
      </p>
      <Choices
        label={w.ordersFrom}
        value={source.value}
        options={w.orderSources}
        onValue={(chosen) => (source.value = chosen)}
      />
      <p>{w.orderTexts[source.value]}</p>
      <How source={source.value} />
    </div>
  );
};

function How({ source }: { source: Source }): JSX.Element {
  const w = messages().setupParts;
  if (source === 'api')
    return (
      <>
        <CodeBlock
          label={w.orderSources.api}
          text={orderSample(location.origin, shop.value?.currency ?? 'USD')}
        />
        <p class="quiet small">
          <a href="/docs">{w.toApi}</a>
        </p>
      </>
    );
  if (source === 'file')
    return (
      <>
        <CodeBlock
          label={w.orderSources.file}
          text={`okaeri import orders orders.csv --shop ${shop.value?.id ?? ''} --dry-run`}
        />
        <p class="quiet small">{w.ordersPast}</p>
      </>
    );
  return (
    <div class="row">
      <a class="button primary" href={shopPath('/settings/store')}>
        {w.connect}
      </a>
    </div>
  );
}
