import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check, CircleHelp, TriangleAlert } from 'lucide';
import type { PageCheck, Sightings } from '@okaeri/shared/access';
import { api, may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatAgo } from '../lib/format.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LookupForm } from '../ui/LookupForm.tsx';

type Found = PageCheck['checks'][number];

/** How often it is asked where the widget ran: the page with the snippet is opened elsewhere. */
const AGAIN_MS = 3000;

const KINDS = {
  good: { icon: Check, className: 'good' },
  bad: { icon: TriangleAlert, className: 'bad' },
  unknown: { icon: CircleHelp, className: 'unknown' },
} as const;

/** Whether the widget is where it should be: as the page is sent, and as browsers ran it. */
export const CheckStep = (): JSX.Element => {
  const seen = useMemo(
    () => createResource<Sightings>(() => request(api().shop.sightings.$get())),
    [],
  );
  useEffect(() => {
    void seen.load();
    const timer = setInterval(() => void seen.load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [seen]);
  return (
    <div class="stack">
      <Look />
      <Seen seen={seen} />
    </div>
  );
};

function Look(): JSX.Element {
  const found = useSignal<PageCheck | null>(null);
  const isBusy = useSignal(false);
  const w = messages().setup;
  const look = async (text: string): Promise<void> => {
    const json = { url: text.includes('://') ? text : `https://${text}` };
    isBusy.value = true;
    const checks = await runAction(() => request(api().shop.check.$post({ json })));
    isBusy.value = false;
    if (checks !== undefined) found.value = checks;
  };
  return (
    <>
      <LookupForm
        class="inline-form"
        label={w.page}
        action={w.look}
        placeholder="https://"
        busy={isBusy.value}
        onSubmit={(text) => void look(text.trim())}
      />
      <ul class="findings" aria-live="polite">
        {found.value?.checks.map((one) => (
          <Result key={one.name} of={one} />
        ))}
      </ul>
    </>
  );
}

function Seen({ seen }: { seen: Resource<Sightings> }): JSX.Element {
  const w = messages().setup;
  const items = seen.value.value?.items ?? [];
  const allow = async (origin: string): Promise<void> => {
    const done = await runAction(async () => {
      const known = await request(api().shop.$get());
      return request(api().shop.$patch({ json: { origins: [...known.origins, origin] } }));
    }, w.allowed(origin));
    if (done !== undefined) await seen.load();
  };
  return (
    <>
      <h3>{w.seen}</h3>
      {items.length === 0 ? (
        <p class="quiet">{w.seenNone}</p>
      ) : (
        <ul class="rows">
          {items.map(({ origin, at, isAllowed }) => (
            <li key={origin}>
              <div class="grow">
                <strong>{origin}</strong>
                <span class={`badge ${isAllowed ? 'good' : 'warn'}`}>
                  {isAllowed ? w.live : w.notAllowed}
                </span>
                <p class="quiet small">{w.seenAt(formatAgo(at, Date.now()))}</p>
              </div>
              {!isAllowed && may('own') && (
                <Button onClick={() => void allow(origin)}>{w.allow(origin)}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Result({ of }: { of: Found }): JSX.Element | null {
  const kind = kindOf(of);
  const text = messages().setup.checks[of.name][kind];
  if (text === '') return null;
  const { icon, className } = KINDS[kind];
  return (
    <li class={`finding ${className}`}>
      <Icon of={icon} />
      <span>
        {text} {of.name === 'policy' && of.ok === false && <code>{of.detail}</code>}
      </span>
    </li>
  );
}

function kindOf({ ok }: Found): keyof typeof KINDS {
  return ok === null ? 'unknown' : ok ? 'good' : 'bad';
}
