import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { differences } from '@okaeri/shared/document-difference';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { denied } from '../app/denied.ts';
import { loadOverview } from '../app/overview.ts';
import { documentOf, readDraft, writeDraft } from '../app/program-document.ts';
import { api, shop, shopPath } from '../app/session.ts';
import { saveUndoPoint } from '../app/undo-replace.ts';
import { UndoReplaceNote } from '../app/UndoReplaceNote.tsx';
import { language, messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { ProgramOption } from './ProgramOption.tsx';
import { Form } from '../ui/Form.tsx';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly document: ProgramDocument;
}

const PRESENT = 'present';
/** Where the differences are shown and published. */
const PUBLISHING = '/program#publish';
/** What follows once a template is the draft. */
type Then = 'publish' | 'stay';
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
  const asking = useSignal<Then | null>(null);
  const { route } = useLocation();
  const isBusy = useSignal(false);
  const currency = shop.value?.currency ?? 'USD';
  const amount = useSignal(currency === 'JPY' ? '3000' : '40');
  const w = messages().setup;
  const amountMinor = Math.round(Number(amount.value) * minorUnitsOf(currency)) || 0;
  const all = choicesOf(known);
  const unpublished = differences(documentOf(known.published), known.draft.body).length;
  const send = async (then: Then): Promise<void> => {
    const document = all.find(({ id }) => id === chosen.value)?.document;
    if (document === undefined) return;
    isBusy.value = true;
    const isIn = await putIntoDraft(choices, known, document);
    isBusy.value = false;
    if (!isIn) return;
    chosen.value = PRESENT;
    if (then === 'publish') route(shopPath(PUBLISHING));
  };
  const submit = (then: Then): void => {
    if (unpublished > 0) asking.value = then;
    else void send(then);
  };
  return (
    <Form class="stack" onSubmit={() => submit('publish')}>
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
            badge={standingOf(document, known)}
            document={document}
            amountMinor={amountMinor}
            isChosen={chosen.value === id}
            onChoose={() => (chosen.value = id)}
          />
        ))}
      </fieldset>
      <Actions
        isPresent={chosen.value === PRESENT}
        hasDraft={unpublished > 0}
        isBusy={isBusy.value}
        onUse={() => submit('stay')}
      />
      {asking.value !== null && (
        <ConfirmDialog
          title={w.replaceDraft}
          action={w.useTemplate}
          onClose={() => (asking.value = null)}
          onConfirm={() => void send(asking.value ?? 'stay')}
        >
          {w.draftGoes(unpublished)}
        </ConfirmDialog>
      )}
    </Form>
  );
}

/** What can be done with the choice, and with the draft that is there. */
function Actions(props: {
  isPresent: boolean;
  hasDraft: boolean;
  isBusy: boolean;
  onUse: () => void;
}): JSX.Element {
  const { isPresent, hasDraft, isBusy, onUse } = props;
  const w = messages().setup;
  const blocked = denied('run') || (isPresent && w.chooseFirst);
  return (
    <div class="row">
      {isPresent && hasDraft ? (
        <a class="button primary" href={shopPath(PUBLISHING)}>
          {w.reviewDraft}
        </a>
      ) : (
        <>
          <Button kind="primary" type="submit" busy={isBusy} blocked={blocked}>
            {w.reviewDraft}
          </Button>
          <Button blocked={blocked} onClick={onUse}>
            {w.useTemplate}
          </Button>
        </>
      )}
    </div>
  );
}

/** What a choice is to the shop already. */
function standingOf(document: ProgramDocument, { draft, published }: Known): string | null {
  const w = messages().setup;
  if (differences(document, documentOf(published)).length === 0) return w.isPublished;
  return differences(document, draft.body).length === 0 ? w.isDraft : null;
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

/** The template becomes the draft, and nothing is published. What was the draft can be brought back. */
async function putIntoDraft(
  choices: Choices,
  { draft }: Known,
  document: ProgramDocument,
): Promise<boolean> {
  const done = await runAction(() => writeDraft(document, draft.etag), messages().setup.inDraftNow);
  if (done !== undefined) {
    const was = { published: null, draft: draft.body, typed: draft.body };
    saveUndoPoint({ ...was, etag: done.etag, version: null });
    void loadOverview();
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
