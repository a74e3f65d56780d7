import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check } from 'lucide';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { denied } from '../app/denied.ts';
import { documentOf, publishDocument, readDraft } from '../app/program-document.ts';
import { api, shop } from '../app/session.ts';
import { setShopZone } from '../app/shop-zone.ts';
import { saveUndoPoint } from '../app/undo-replace.ts';
import { UndoReplaceNote } from '../app/UndoReplaceNote.tsx';
import { language, messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { ProgramOption } from './ProgramOption.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { Form } from '../ui/Form.tsx';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly document: ProgramDocument;
}

const PRESENT = 'present';
type Choices = ReturnType<typeof createChoices>;
type Known = NonNullable<Choices['value']['value']>;

/** The first programme is one of nobody's; from the second on the shop has chosen its time zone. */
const FIRST_VERSION = 1;

/** Choosing what the programme begins as. */
export const ProgramStep = (): JSX.Element => {
  const choices = useMemo(createChoices, []);
  useEffect(() => void choices.load(), [choices]);
  const known = choices.value.value;
  if (choices.fault.value && known === undefined)
    return <Fault fault={choices.fault.value} onRetry={() => void choices.load()} />;
  if (known === undefined) return <Skeleton />;
  return (
    <>
      <UndoReplaceNote
        etag={known.draft.etag}
        published={known.published}
        onBack={() => void choices.load()}
      />
      <Chooser choices={choices} known={known} />
    </>
  );
};

/** What the choices are: the programme as it is, and the templates in the shop's currency. */
function createChoices() {
  return createResource(async () => {
    const [draft, published, templates] = await Promise.all([
      readDraft(),
      request(api().program.$get()),
      request(api().program.templates.$get()),
    ]);
    return { draft, published, templates: templates.items };
  });
}

function Chooser({ choices, known }: { choices: Choices; known: Known }): JSX.Element {
  const chosen = useSignal(PRESENT);
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  const currency = shop.value?.currency ?? 'USD';
  const amount = useSignal(currency === 'JPY' ? '3000' : '40');
  const w = messages().setup;
  const amountMinor = Math.round(Number(amount.value) * minorUnitsOf(currency)) || 0;
  const all = choicesOf(known);
  const current = all.find(({ id }) => id === chosen.value);
  const send = async (document: ProgramDocument): Promise<void> => {
    isBusy.value = true;
    if (await publish(choices, known, document)) chosen.value = PRESENT;
    isBusy.value = false;
  };
  return (
    <Form class="stack" onSubmit={() => (isAsking.value = true)}>
      <div class="narrow">
        <TextField
          label={`${w.typical} (${currency})`}
          inputMode="decimal"
          value={amount.value}
          onValue={(text) => (amount.value = text)}
        />
      </div>
      <fieldset class="options">
        <legend class="hidden">{w.program}</legend>
        {all.map(({ id, title, document }) => (
          <ProgramOption
            key={id}
            title={title}
            document={document}
            amountMinor={amountMinor}
            isChosen={chosen.value === id}
            onChoose={() => (chosen.value = id)}
          />
        ))}
      </fieldset>
      <div class="row">
        {chosen.value === PRESENT ? (
          <p class="settled">
            <Icon of={Check} /> {w.isPublished}
          </p>
        ) : (
          <Button kind="primary" type="submit" busy={isBusy.value} blocked={denied('run')}>
            {w.publish}
          </Button>
        )}
      </div>
      {isAsking.value && current !== undefined && (
        <TemplateDialog
          published={known.published}
          draft={known.draft.body}
          document={current.document}
          onClose={() => (isAsking.value = false)}
          onConfirm={() => void send(current.document)}
        />
      )}
    </Form>
  );
}

function choicesOf({ published, templates }: Known): readonly Choice[] {
  return [
    { id: PRESENT, title: messages().setup.present, document: documentOf(published) },
    ...templates.map(({ id, title, document }) => ({
      id,
      title: title[language.value] ?? title['en'] ?? id,
      document: fitted(document, published),
    })),
  ];
}

async function publish(
  choices: Choices,
  known: Known,
  document: ProgramDocument,
): Promise<boolean> {
  const { draft, published } = known;
  const done = await runAction(() => publishDocument(document, draft), messages().setup.published);
  if (done !== undefined) {
    const { body, etag } = done;
    const was = { published, draft: draft.body, typed: draft.body };
    saveUndoPoint({ ...was, etag, version: body.version });
    setShopZone(body.timeZone);
  }
  await choices.load();
  return done !== undefined;
}

/** The template as this shop would run it: a programme's days are those of where it is run. */
function fitted(document: ProgramDocument, published: Program): ProgramDocument {
  return {
    ...document,
    timeZone:
      published.version === FIRST_VERSION
        ? Intl.DateTimeFormat().resolvedOptions().timeZone
        : published.timeZone,
  };
}
