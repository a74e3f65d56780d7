import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { Undo2, X } from 'lucide';
import { differences } from '@okaeri/shared/document-difference';
import type { Program } from '@okaeri/shared/program';
import { ReplaceDialog } from '../document/ReplaceDialog.tsx';
import { words } from '../i18n/messages.ts';
import { act } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { documentOf, goBack } from './program-document.ts';
import { may, shopId } from './session.ts';
import { dropWayBack, loadWayBack, wayBack, type WayBack } from './undo-replace.ts';

const Asked = (props: {
  back: WayBack;
  to: Program;
  published: Program;
  onClose: () => void;
  onConfirm: () => void;
}): JSX.Element => {
  const { back, to, published, onClose, onConfirm } = props;
  const w = words().program;
  const [now, then] = [documentOf(published), documentOf(to)];
  return (
    <ReplaceDialog
      title={w.bringLiveBack(to.version)}
      text={differences(then, back.draft).length === 0 ? w.publishText : w.bringLiveBackText}
      nothing={w.nothing}
      action={w.publish.replace('…', '')}
      of={differences(now, then)}
      documents={[now, then]}
      onClose={onClose}
      onConfirm={onConfirm}
    />
  );
};

/** What was replaced a moment ago, and the one step that brings it back. */
export const WayBackNote = (props: {
  /** Names the draft as it is. */
  etag: string | undefined;
  published: Program | undefined;
  onBack: () => void;
}): JSX.Element | null => {
  const { etag, published, onBack } = props;
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  useEffect(loadWayBack, [shopId.value]);
  const back = wayBack.value;
  if (back === null || back.etag !== etag || published === undefined || !may('run')) return null;
  const w = words();
  const to = back.published;
  const go = async (): Promise<void> => {
    isBusy.value = true;
    const done = await act(async () => {
      await goBack(back);
      return true;
    }, w.program.wentBack);
    isBusy.value = false;
    if (done) dropWayBack();
    onBack();
  };
  return (
    <div class="note">
      <span>
        {to === null
          ? w.program.broughtBack(back.version)
          : w.program.replacedLive(back.version, to.version)}
      </span>
      <div class="row">
        <Button
          icon={Undo2}
          busy={isBusy.value}
          onClick={() => (to === null ? void go() : (isAsking.value = true))}
        >
          {to === null ? w.program.bringDraftBack : w.program.bringLiveBack(to.version)}
        </Button>
        <Button kind="quiet" icon={X} aria-label={w.app.close} onClick={dropWayBack} />
      </div>
      {isAsking.value && to !== null && (
        <Asked
          back={back}
          to={to}
          published={published}
          onClose={() => (isAsking.value = false)}
          onConfirm={() => void go()}
        />
      )}
    </div>
  );
};
