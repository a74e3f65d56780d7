import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { language, messages } from '../i18n/messages.ts';
import { SelectField } from '../ui/Field.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { WidgetFrame } from '../ui/WidgetFrame.tsx';
import type { ShopperModel } from './shopper-model.ts';

/** The widget as this shopper sees it. The server lets the person who looks do nothing. */
export const WidgetView = ({
  model,
  locale,
}: {
  model: ShopperModel;
  locale: string | null;
}): JSX.Element => {
  const { view } = model;
  const device = useSignal<'phone' | 'desktop'>('phone');
  useEffect(() => void view.load(), [view]);
  const w = messages();
  const known = view.value.value;
  if (view.fault.value) return <Fault fault={view.fault.value} onRetry={() => void view.load()} />;
  if (known === undefined) return <Skeleton lines={8} />;
  return (
    <div class="stack">
      <p class="quiet">{w.shopper.viewText}</p>
      <div class="narrow">
        <SelectField
          label={w.appearance.device}
          value={device.value}
          options={w.appearance.devices}
          onValue={(chosen) => (device.value = chosen)}
        />
      </div>
      <WidgetFrame
        title={w.shopper.tabs.widget}
        publicKey={known.publicKey}
        currency={known.currency}
        language={locale ?? language.value}
        device={device.value}
        scheme="light"
        token={known.token}
        appearance={null}
      />
    </div>
  );
};
