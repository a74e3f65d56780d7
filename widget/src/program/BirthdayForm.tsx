import type { JSX } from 'preact';
import { useRef } from '../ui/hooks.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { BirthdayField } from '../ui/BirthdayField.tsx';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/signals.ts';
import { Failed, saveProfile, type ActProps } from './save-profile.tsx';

/** A birthday, asked for in place. */
export const BirthdayForm = (props: ActProps): JSX.Element => {
  const { model, row } = props;
  const { say, points } = model.words;
  const { on, points: gain } = row.rule;
  const form = useRef<HTMLFormElement | null>(null);
  const birthday = useSignal<string | null>(null);
  const busy = useSignal(false);
  const failed = useSignal<MessageKey | null>(null);
  const save = async (): Promise<void> => {
    if (birthday.value === null) return form.current?.querySelector('select')?.focus();
    busy.value = true;
    failed.value = await saveProfile(model, { birthday: birthday.value }, form.current);
    busy.value = false;
  };
  return (
    <form
      class="earn-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BirthdayField
        words={model.words}
        isNamed
        value={birthday.value}
        onChange={(next) => {
          birthday.value = next;
        }}
      />
      <Button busy={busy.value} onClick={() => void save()}>
        {on === 'profile' && gain.fixed !== undefined
          ? say('saveGet', { points: points(gain.fixed) })
          : say('save')}
      </Button>
      <Failed model={model} failed={failed.value} />
    </form>
  );
};
