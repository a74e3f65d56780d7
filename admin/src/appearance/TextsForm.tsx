import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { SearchX } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { WIDGET_LANGUAGES } from '../lib/widget-languages.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../ui/Field.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import type { AppearanceModel } from './appearance-model.ts';
import { findMessages, messagesOf, missingPlaces, type Message } from './text-rules.ts';

/** How many messages stand on the page before one asks for more. */
const SHOWN = 30;

/** What the widget says, and what the shop has it say instead, in each language. */
export const TextsForm = ({ model }: { model: AppearanceModel }): JSX.Element => {
  const { texts, view } = model;
  const w = messages().appearance;
  const said = texts.value.value;
  return (
    <section>
      <h2>{w.tabs.texts}</h2>
      <p class="quiet">{w.textsText}</p>
      <SelectField
        label={w.language}
        value={view.language.value}
        options={WIDGET_LANGUAGES}
        onValue={model.speak}
      />
      {texts.fault.value ? (
        <Fault fault={texts.fault.value} onRetry={() => void texts.load()} />
      ) : said === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <List key={view.language.value} model={model} messages={messagesOf(said)} />
      )}
    </section>
  );
};

function List(props: { model: AppearanceModel; messages: readonly Message[] }): JSX.Element {
  const { model, messages: all } = props;
  const wanted = useSignal('');
  const changedOnly = useSignal(false);
  const shown = useSignal(SHOWN);
  const w = messages();
  const own = model.own.value;
  const found = findMessages(all, own, wanted.value).filter(
    ({ key }) => !changedOnly.value || key in own,
  );
  return (
    <>
      <TextField
        label={w.appearance.search}
        type="search"
        value={wanted.value}
        onValue={(text) => {
          wanted.value = text;
          shown.value = SHOWN;
        }}
      />
      <CheckField
        label={w.appearance.changedOnly(Object.keys(own).length)}
        checked={changedOnly.value}
        onValue={(isOn) => (changedOnly.value = isOn)}
      />
      {found.length === 0 && (
        <Empty
          icon={SearchX}
          title={changedOnly.value ? w.appearance.noneChanged : w.appearance.noneFound}
        >
          <Button
            onClick={() => {
              wanted.value = '';
              changedOnly.value = false;
            }}
          >
            {w.appearance.showAll}
          </Button>
        </Empty>
      )}
      <ul class="texts">
        {found.slice(0, shown.value).map((message) => (
          <OwnText key={message.key} model={model} message={message} />
        ))}
      </ul>
      {found.length > shown.value && (
        <Button onClick={() => (shown.value += SHOWN)}>{w.app.more}</Button>
      )}
    </>
  );
}

function OwnText(props: { model: AppearanceModel; message: Message }): JSX.Element {
  const { model, message } = props;
  const language = model.view.language.value;
  const own = model.own.value[message.key];
  const missing = own === undefined ? [] : missingPlaces(message.said, own);
  const w = messages().appearance;
  return (
    <li>
      <TextField
        label={message.said}
        hint={message.key}
        fault={missing.length === 0 ? null : w.missing(missing.join(' '))}
        value={own ?? ''}
        maxLength={500}
        onValue={(text) =>
          model.editor.set(['texts', language, message.key], text === '' ? undefined : text)
        }
      />
    </li>
  );
}
