import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { KeyRound, Plus } from 'lucide';
import type { ApiKey, NewApiKey } from '@okaeri/shared/access';
import { KEY_ABILITIES } from '@okaeri/shared/roles';
import { api } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatAgo, formatDay } from '../lib/format.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../ui/Field.tsx';
import { OnceDialog } from '../ui/OnceDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

type Keys = Resource<{ readonly items: readonly ApiKey[] }>;
type KeyAbility = (typeof KEY_ABILITIES)[number];

/** API keys and identity secrets. */
export const KeysPage = (): JSX.Element => {
  const keys = useMemo(() => createResource(() => request(api().keys.$get())), []);
  const isMaking = useSignal(false);
  const w = messages().keys;
  useEffect(() => void keys.load(), [keys]);
  return (
    <Page
      crumbs={settingsCrumb()}
      title={w.title}
      text={w.text}
      actions={
        <Button kind="primary" icon={Plus} onClick={() => (isMaking.value = true)}>
          {w.create}
        </Button>
      }
    >
      <List keys={keys} />
      {isMaking.value && <MakeDialog keys={keys} onClose={() => (isMaking.value = false)} />}
    </Page>
  );
};

function List({ keys }: { keys: Keys }): JSX.Element {
  const revoking = useSignal<ApiKey | null>(null);
  const found = keys.value.value;
  const w = messages().keys;
  if (keys.fault.value) return <Fault fault={keys.fault.value} onRetry={() => void keys.load()} />;
  if (found === undefined) return <Skeleton />;
  if (found.items.length === 0)
    return (
      <Empty icon={KeyRound} title={w.empty}>
        <p>{w.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="rows">
        {found.items.map((key) => (
          <KeyRow key={key.id} of={key} onRevoke={() => (revoking.value = key)} />
        ))}
      </ul>
      <p class="quiet small">{w.rotate}</p>
      {revoking.value && (
        <RevokeDialog of={revoking.value} keys={keys} onClose={() => (revoking.value = null)} />
      )}
    </>
  );
}

function MakeDialog({ keys, onClose }: { keys: Keys; onClose: () => void }): JSX.Element {
  const label = useSignal('');
  const kind = useSignal<ApiKey['kind']>('secret');
  const chosen = useSignal<ReadonlySet<KeyAbility>>(new Set(KEY_ABILITIES));
  const made = useSignal<NewApiKey | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  if (made.value !== null)
    return (
      <OnceDialog
        title={w.keys.onceTitle}
        text={w.keys.onceText}
        label={made.value.label}
        secret={made.value.text}
        done={w.keys.done}
        onClose={onClose}
      />
    );
  const make = async (): Promise<void> => {
    isBusy.value = true;
    const abilities = kind.value === 'secret' ? { abilities: [...chosen.value] } : {};
    const json = { kind: kind.value, label: label.value, ...abilities };
    const key = await runAction(() => request(api().keys.$post({ json })));
    isBusy.value = false;
    if (key === undefined) return;
    made.value = key;
    await keys.load();
  };
  return (
    <FormDialog
      title={w.keys.createTitle}
      action={w.keys.create}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void make()}
    >
      <TextField
        label={w.keys.label}
        hint={w.keys.labelHint}
        required
        autoFocus
        maxLength={100}
        value={label.value}
        onValue={(text) => (label.value = text)}
      />
      <SelectField
        label={w.keys.kind}
        value={kind.value}
        options={w.keys.kinds}
        onValue={(value) => (kind.value = value)}
      />
      {kind.value === 'secret' && <Abilities chosen={chosen} />}
    </FormDialog>
  );
}

function KeyRow({ of, onRevoke }: { of: ApiKey; onRevoke: () => void }): JSX.Element {
  const w = messages();
  const abilities = of.abilities.map((ability) => w.abilities[ability]).join(' · ');
  const used = of.lastUsedAt === null ? w.keys.never : formatAgo(of.lastUsedAt, Date.now());
  return (
    <li>
      <div class="grow">
        <strong>{of.label}</strong> <span class="badge">{w.keys.kinds[of.kind]}</span>
        <p class="quiet small">
          {w.keys.made} {formatDay(of.createdAt)}
          {of.kind === 'secret' && ` · ${w.keys.used}: ${used}`}
        </p>
        {of.kind === 'secret' && <p class="quiet small">{abilities}</p>}
      </div>
      <Button kind="quiet" aria-label={`${w.keys.revoke}: ${of.label}`} onClick={onRevoke}>
        {w.keys.revoke}
      </Button>
    </li>
  );
}

function RevokeDialog(props: { of: ApiKey; keys: Keys; onClose: () => void }): JSX.Element {
  const { of, keys, onClose } = props;
  const w = messages();
  const revoke = async (): Promise<void> => {
    const param = { keyId: of.id };
    await runAction(
      () => request(api().keys[':keyId'].$delete({ param })),
      w.keys.revoked(of.label),
    );
    await keys.load();
  };
  return (
    <ConfirmDialog
      title={w.keys.revokeTitle(of.label)}
      action={w.keys.revoke}
      onClose={onClose}
      onConfirm={() => void revoke()}
    >
      {w.keys.revokeText}
    </ConfirmDialog>
  );
}

function Abilities({ chosen }: { chosen: Signal<ReadonlySet<KeyAbility>> }): JSX.Element {
  const w = messages();
  const toggle = (ability: KeyAbility, isOn: boolean): void => {
    const next = new Set(chosen.value);
    if (isOn) next.add(ability);
    else next.delete(ability);
    chosen.value = next;
  };
  return (
    <fieldset class="choices">
      <legend>{w.keys.abilities}</legend>
      {KEY_ABILITIES.map((ability) => (
        <CheckField
          key={ability}
          label={w.abilities[ability]}
          checked={chosen.value.has(ability)}
          onValue={(isOn) => toggle(ability, isOn)}
        />
      ))}
    </fieldset>
  );
}
