import { useEffect, useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';

/** That marketing by e-mail rests as too many complained, and the button that lets it go on. */
export const PauseNote = (): JSX.Element | null => {
  const state = useMemo(() => createResource(() => request(api().contacts.marketing.$get())), []);
  const isBusy = useSignal(false);
  useEffect(() => void state.load(), [state]);
  const of = state.value.value;
  if (of === undefined || of.pausedAt === null) return null;
  const w = messages().contacts;
  const resume = async (): Promise<void> => {
    isBusy.value = true;
    await runAction(() => request(api().contacts.resume.$post()), w.resumed);
    await state.load();
    isBusy.value = false;
  };
  return (
    <div class="note warn" role="alert">
      <div>
        <p>
          <strong>{w.paused}</strong>
        </p>
        <p>{w.pausedText(formatCount(of.complained), formatCount(of.sent))}</p>
        <Button busy={isBusy.value} blocked={denied('run')} onClick={() => void resume()}>
          {w.resume}
        </Button>
      </div>
    </div>
  );
};
