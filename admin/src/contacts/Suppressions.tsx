import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Suppression } from '@okaeri/shared/consents';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { shopZone } from '../app/shop-zone.ts';
import { formatTimeIn } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { LookupForm } from '../ui/LookupForm.tsx';

interface Found {
  readonly email: string;
  readonly items: readonly Suppression[];
}

/** Whether anything is sent to an address, and the shop's own word about it. */
export const Suppressions = (): JSX.Element => {
  const found = useSignal<Found | null>(null);
  const isBusy = useSignal(false);
  const w = messages().contacts;
  const run = async (work: () => Promise<void>): Promise<void> => {
    isBusy.value = true;
    await work();
    isBusy.value = false;
  };
  const lookUp = async (email: string): Promise<void> => {
    const json = { emails: [email] };
    const answer = await runAction(() =>
      request(api().contacts.suppressions.lookup.$post({ json })),
    );
    if (answer !== undefined) found.value = { email, items: answer.items };
  };
  const say = async (act: 'suppress' | 'lift', email: string): Promise<void> => {
    const { suppressions } = api().contacts;
    const json = { email };
    await runAction(() =>
      act === 'suppress'
        ? request(suppressions.$post({ json }))
        : request(suppressions.lift.$post({ json })),
    );
    await lookUp(email);
  };
  return (
    <>
      <p class="quiet">{w.suppressionsText}</p>
      <LookupForm
        class="row low"
        label={w.address}
        action={w.lookUp}
        type="search"
        busy={isBusy.value}
        onSubmit={(email) => void run(() => lookUp(email.trim()))}
      />
      {found.value && (
        <Answer
          of={found.value}
          isBusy={isBusy.value}
          onSay={(act, email) => void run(() => say(act, email))}
        />
      )}
    </>
  );
};

function Answer(props: {
  of: Found;
  isBusy: boolean;
  onSay: (act: 'suppress' | 'lift', email: string) => void;
}): JSX.Element {
  const { of, isBusy, onSay } = props;
  const { email, items } = of;
  const w = messages().contacts;
  const act = items.some(({ reason }) => reason === 'manual') ? 'lift' : 'suppress';
  return (
    <section class="stack" aria-live="polite">
      {items.length === 0 && <p>{w.nothing(email)}</p>}
      <ul class="rows">
        {items.map(({ reason, at }) => (
          <li key={reason}>
            <div class="grow">
              <p>
                <strong>{email}</strong>
              </p>
              <p>{w.reasons[reason]}</p>
              <p class="quiet small">
                <time dateTime={at}>{formatTimeIn(at, shopZone())}</time>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button busy={isBusy} blocked={denied('run')} onClick={() => onSay(act, email)}>
          {w[act]}
        </Button>
      </div>
    </section>
  );
}
