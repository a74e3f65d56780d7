import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { shopZone } from '../app/shop-zone.ts';
import { ChangeList } from '../document/ChangeList.tsx';
import { programPlace } from '../document/changes/program-places.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { shopNow } from '../lib/shop-clock.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { DateTimeField } from '../ui/pickers/DateTimeField.tsx';
import type { Editor } from './program-model.ts';

const DAY_MS = 86_400_000;

/** What publishing changes, when it is to happen, and a note for the team. */
export const PublishDialog = (props: { editor: Editor; onClose: () => void }): JSX.Element => {
  const { editor, onClose } = props;
  const at = useSignal<string | null>(null);
  const note = useSignal('');
  const fault = useSignal<string | null>(null);
  const w = messages();
  const before = editor.published.value?.version ?? 0;
  const next = before + 1;
  const isLater = at.value !== null;
  const send = async (): Promise<void> => {
    fault.value = null;
    const refused = await editor.publish({ at: at.value, note: note.value.trim() || null });
    // Faults of fields stand by their fields, on the page behind.
    if (refused === null || editor.faults.value.length > 0) onClose();
    else fault.value = faultText(refused);
  };
  return (
    <Dialog
      title={w.program.publishTitle(next)}
      onClose={onClose}
      actions={
        <>
          <span class="grow quiet small">{w.program.canRestore(before)}</span>
          <Button onClick={onClose}>{w.app.cancel}</Button>
          <Button
            kind="primary"
            busy={editor.isPublishing.value || editor.isBusy.value}
            onClick={() => void send()}
          >
            {isLater ? w.program.schedule(next) : w.program.publishTitle(next)}
          </Button>
        </>
      }
    >
      <p class="quiet">{isLater ? w.program.scheduleText : w.program.publishText}</p>
      <div class="differences-box">
        <ChangeList of={editor.toPublish.value} placeOf={programPlace} onFollow={onClose} />
      </div>
      <When at={at.value} onAt={(value) => (at.value = value)} />
      <TextField
        label={w.program.note}
        hint={w.program.noteHint}
        maxLength={LIMITS.textLengthMax}
        value={note.value}
        onValue={(text) => (note.value = text)}
      />
      <FormFault text={fault.value} />
    </Dialog>
  );
};

/** Now, or at a time of the shop's clock. */
function When({ at, onAt }: { at: string | null; onAt: (at: string | null) => void }): JSX.Element {
  const w = messages().program;
  const option = (text: string, isChosen: boolean, next: string | null): JSX.Element => (
    <label class="check">
      <input type="radio" name="when" checked={isChosen} onChange={() => onAt(next)} />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset class="picks">
      <legend>{w.when}</legend>
      <div class="row">
        {option(w.now, at === null, null)}
        {option(w.later, at !== null, tomorrow())}
      </div>
      {at !== null && (
        <DateTimeField
          label={w.at}
          value={at}
          timeZone={shopZone()}
          onValue={(value) => onAt(value ?? at)}
        />
      )}
    </fieldset>
  );
}

function tomorrow(): string {
  const at = new Date(shopNow() + DAY_MS);
  at.setMinutes(0, 0, 0);
  return at.toISOString();
}
