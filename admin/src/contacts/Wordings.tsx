import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Quote } from 'lucide';
import type { ConsentPurpose, Wording, Wordings as Document } from '@okaeri/shared/consents';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { shopLanguages } from '../app/shop-languages.ts';
import { messages } from '../i18n/messages.ts';
import { request, requestWithEtag, type WithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { AreaField, SelectField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Declaration } from './Declaration.tsx';

/** The sentences shoppers agree to, and a new one. One that is used never changes, so none is edited here. */
export const Wordings = (): JSX.Element => {
  const known = useMemo(
    () => createResource(() => requestWithEtag(api().contacts.wordings.$get())),
    [],
  );
  useEffect(() => void known.load(), [known]);
  const w = messages().contacts;
  const of = known.value.value;
  if (known.fault.value)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  if (of === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <p class="quiet">{w.wordingsText}</p>
      <Known of={of.body.wordings} />
      <NewWording of={of} onSaved={() => known.load()} />
      <Declaration wordings={of.body.wordings} />
    </>
  );
};

function Known({ of }: { of: readonly Wording[] }): JSX.Element {
  const w = messages().contacts;
  if (of.length === 0)
    return (
      <Empty icon={Quote} title={w.noWordings}>
        <p>{w.noWordingsText}</p>
      </Empty>
    );
  const isCurrent = (one: Wording): boolean =>
    of.findLast(({ purpose }) => purpose === one.purpose) === one;
  return (
    <ul class="rows">
      {of.toReversed().map((one) => (
        <li key={one.id}>
          <div class="grow">
            <p class="badges">
              <strong>{w.purposes[one.purpose]}</strong> <span class="badge">{one.id}</span>{' '}
              {isCurrent(one) && <span class="badge good">{w.current}</span>}
            </p>
            {Object.entries(one.texts).map(([language, text]) => (
              <p key={language} lang={language} dir="auto">
                {text}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NewWording(props: { of: WithEtag<Document>; onSaved: () => Promise<void> }): JSX.Element {
  const { of, onSaved } = props;
  const purpose = useSignal<ConsentPurpose>('marketing');
  const texts = useSignal<Readonly<Record<string, string>>>({});
  const isBusy = useSignal(false);
  const w = messages().contacts;
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const said = Object.entries(texts.value).filter(([, text]) => text.trim() !== '');
    const wording = {
      id: freeId(of.body),
      purpose: purpose.value,
      texts: Object.fromEntries(said),
    };
    const json = { wordings: [...of.body.wordings, wording] };
    const headers = { 'If-Match': of.etag };
    const put = () => request(api().contacts.wordings.$put({ json }, { headers }));
    if ((await runAction(put, w.added)) !== undefined) texts.value = {};
    await onSaved();
    isBusy.value = false;
  };
  return (
    <Form class="stack wide" onSubmit={() => void save()}>
      <h2>{w.addWording}</h2>
      <SelectField<ConsentPurpose>
        label={w.purpose}
        value={purpose.value}
        options={w.purposes}
        onValue={(next) => (purpose.value = next)}
      />
      {Object.entries(shopLanguages()).map(([language, name]) => (
        <AreaField
          key={language}
          label={w.wordingIn(name)}
          value={texts.value[language] ?? ''}
          onValue={(text) => (texts.value = { ...texts.value, [language]: text })}
        />
      ))}
      <div class="row">
        <Button type="submit" kind="primary" busy={isBusy.value} blocked={denied('run')}>
          {w.addWording}
        </Button>
      </div>
    </Form>
  );
}

function freeId({ wordings }: Document): string {
  const taken = new Set(wordings.map(({ id }) => id));
  let number = wordings.length + 1;
  while (taken.has(`w${number}`)) number += 1;
  return `w${number}`;
}
