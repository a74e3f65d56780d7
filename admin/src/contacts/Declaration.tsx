import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { DeclarationState, Wording } from '@okaeri/shared/consents';
import { LIMITS } from '@okaeri/shared/limits';
import { textFor } from '@okaeri/shared/text-for';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { shopZone } from '../app/shop-zone.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatTimeIn } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { AreaField, SelectField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

/** An owner's word, once, that those who subscribed before anybody wrote it down had agreed (E113). */
export const Declaration = ({ wordings }: { wordings: readonly Wording[] }): JSX.Element => {
  const known = useMemo(() => createResource(() => request(api().contacts.declaration.$get())), []);
  const isDeclaring = useSignal(false);
  useEffect(() => void known.load(), [known]);
  const w = messages().contacts.declaration;
  const state = known.value.value;
  const fitting = wordings.filter(({ purpose }) => purpose === 'marketing');
  return (
    <section class="stack wide">
      <h2>{w.title}</h2>
      {state?.declared != null ? (
        <Declared of={state.declared} wordings={wordings} />
      ) : (
        <>
          <p class="quiet">{w.text}</p>
          <div class="row">
            <Button
              blocked={denied('own') || (fitting.length === 0 && w.noWording)}
              onClick={() => (isDeclaring.value = true)}
            >
              {w.open}
            </Button>
          </div>
        </>
      )}
      {isDeclaring.value && (
        <Dialog
          wordings={fitting}
          onClose={() => (isDeclaring.value = false)}
          onSaid={(said) => known.set(said)}
        />
      )}
    </section>
  );
};

function Declared(props: {
  of: NonNullable<DeclarationState['declared']>;
  wordings: readonly Wording[];
}): JSX.Element {
  const { of, wordings } = props;
  const w = messages().contacts.declaration;
  const wording = wordings.find(({ id }) => id === of.wordingId);
  return (
    <>
      <p>{w.said(of.name, formatTimeIn(of.at, shopZone()))}</p>
      <blockquote class="quiet" dir="auto">
        {of.sentence}
      </blockquote>
      <p class="quiet small" dir="auto">
        {wording === undefined ? of.wordingId : textFor(wording.texts, language.value)}
      </p>
      {!of.isDone && <p class="quiet small">{w.goesOn}</p>}
    </>
  );
}

function Dialog(props: {
  wordings: readonly Wording[];
  onClose: () => void;
  onSaid: (said: DeclarationState) => void;
}): JSX.Element {
  const { wordings, onClose, onSaid } = props;
  const wordingId = useSignal(wordings.at(-1)?.id ?? '');
  const sentence = useSignal('');
  const isBusy = useSignal(false);
  const w = messages().contacts.declaration;
  const declare = async (): Promise<void> => {
    const json = { wordingId: wordingId.value, sentence: sentence.value.trim() };
    if (json.sentence === '') return;
    isBusy.value = true;
    const said = await runAction(() => request(api().contacts.declaration.$post({ json })), w.done);
    isBusy.value = false;
    if (said === undefined) return;
    onSaid(said);
    onClose();
  };
  return (
    <FormDialog
      title={w.open.replace(/…$/u, '')}
      action={w.act}
      busy={isBusy.value}
      blocked={sentence.value.trim() === '' && w.sentenceMissing}
      onClose={onClose}
      onSubmit={() => void declare()}
    >
      <p class="quiet">{w.warning}</p>
      <SelectField<string>
        label={w.wording}
        value={wordingId.value}
        options={Object.fromEntries(
          wordings.map(({ id, texts }) => [id, textFor(texts, language.value) ?? id]),
        )}
        onValue={(next) => (wordingId.value = next)}
      />
      <AreaField
        label={w.sentence}
        hint={w.sentenceHint}
        maxLength={LIMITS.textLengthMax}
        value={sentence.value}
        onValue={(next) => (sentence.value = next)}
      />
    </FormDialog>
  );
}
