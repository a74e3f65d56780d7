import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { Undo2, X } from 'lucide';
import type { Program } from '@okaeri/shared/program';
import { messages } from '../i18n/messages.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { undoReplace } from './program-document.ts';
import { may, shopId } from './session.ts';
import { clearUndoPoint, loadUndoPoint, undoPoint, type UndoPoint } from './undo-replace.ts';

// What it compares is asked for only where something published was replaced.
const CONFIRM = lazyValue(async () => (await import('./ConfirmRepublish.tsx')).ConfirmRepublish);

/** What was replaced a moment ago, and the one step that brings it back. */
export const UndoReplaceNote = (props: {
  /** Names the draft as it is. */
  etag: string | undefined;
  published: Program | undefined;
  onBack: () => void;
}): JSX.Element | null => {
  const { etag, published, onBack } = props;
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  useEffect(loadUndoPoint, [shopId.value]);
  const back = undoPoint.value;
  if (back === null || back.etag !== etag || published === undefined || !may('run')) return null;
  const w = messages();
  const to = back.published;
  const go = async (): Promise<void> => {
    isBusy.value = true;
    const done = await runAction(async () => {
      await undoReplace(back);
      return true;
    }, w.program.wentBack);
    isBusy.value = false;
    if (done) clearUndoPoint();
    onBack();
  };
  return (
    <div class="note">
      <span>{saidOf(back)}</span>
      <div class="row undo">
        <Button
          icon={Undo2}
          busy={isBusy.value}
          onClick={() => (to === null ? void go() : (isAsking.value = true))}
        >
          {to === null ? w.program.bringDraftBack : w.program.bringLiveBack(to.version)}
        </Button>
        <Button kind="quiet" icon={X} aria-label={w.app.close} onClick={clearUndoPoint} />
      </div>
      {isAsking.value && to !== null && (
        <LazyPart of={CONFIRM}>
          {(ConfirmRepublish) => (
            <ConfirmRepublish
              back={back}
              to={to}
              published={published}
              onClose={() => (isAsking.value = false)}
              onConfirm={() => void go()}
            />
          )}
        </LazyPart>
      )}
    </div>
  );
};

function saidOf({ version, published }: UndoPoint): string {
  const w = messages();
  if (version === null) return w.app.templateIsDraft;
  return published === null
    ? w.program.broughtBack(version)
    : w.program.replacedLive(version, published.version);
}
