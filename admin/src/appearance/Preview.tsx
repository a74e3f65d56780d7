import type { JSX } from 'preact';
import type { Appearance } from '@okaeri/shared/appearance';
import { messages } from '../i18n/messages.ts';
import { WIDGET_LANGUAGES } from '../lib/widget-languages.ts';
import { SelectField } from '../ui/Field.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { WidgetFrame } from '../ui/WidgetFrame.tsx';
import type { AppearanceModel } from './appearance-model.ts';

/** The real widget, with what is not saved yet. */
export const Preview = (props: { model: AppearanceModel; appearance: Appearance }): JSX.Element => {
  const { model, appearance } = props;
  const { view, shop, token } = model;
  const known = shop.value.value;
  const fault = shop.fault.value ?? token.fault.value;
  const retry = (): void => {
    void shop.load();
    void token.load();
  };
  return (
    <aside class="preview" aria-label={messages().appearance.preview}>
      <Controls model={model} />
      {fault ? (
        <Fault fault={fault} onRetry={retry} />
      ) : known === undefined || token.value.value === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <WidgetFrame
          title={messages().appearance.preview}
          publicKey={known.publicKey}
          currency={known.currency}
          language={view.language.value}
          device={view.device.value}
          scheme={view.scheme.value}
          token={token.value.value}
          appearance={appearance}
        />
      )}
    </aside>
  );
};

function Controls({ model }: { model: AppearanceModel }): JSX.Element {
  const { view, members } = model;
  const w = messages().appearance;
  const people = Object.fromEntries(
    (members.value.value ?? []).map(({ id, name, email }) => [id ?? '', name ?? email ?? id ?? '']),
  );
  return (
    <div class="preview-controls">
      <SelectField
        label={w.device}
        value={view.device.value}
        options={w.devices}
        onValue={(device) => (view.device.value = device)}
      />
      <SelectField
        label={w.scheme}
        value={view.scheme.value}
        options={w.schemes}
        onValue={(scheme) => (view.scheme.value = scheme)}
      />
      <SelectField
        label={w.language}
        value={view.language.value}
        options={WIDGET_LANGUAGES}
        onValue={model.speak}
      />
      <SelectField
        label={w.seenBy}
        value={view.shopperId.value}
        options={{ '': w.guest, ...people }}
        onValue={model.lookAs}
      />
    </div>
  );
}
