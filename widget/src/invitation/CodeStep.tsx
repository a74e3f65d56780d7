import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { fill } from '../i18n/fill.ts';
import type { InvitationTexts } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/signals.ts';
import type { ConfirmModel } from './confirm-model.ts';

export interface CodeProps {
  readonly model: AppModel;
  readonly confirm: ConfirmModel;
  readonly texts: InvitationTexts;
}

/** Where the code is typed that was sent to the address of an e-mail. */
export const CodeStep = ({ model, confirm, texts }: CodeProps): JSX.Element => {
  const { say } = model.words;
  const code = useSignal('');
  const heading = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const status = confirm.status.value;
  const address = confirm.sentTo.value ?? '';
  const isWrong = status !== 'idle' && status !== 'busy';
  return (
    <form
      class="stack code-step"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm.submit(code.value);
      }}
    >
      <h2 ref={heading} tabIndex={-1} class="value">
        {texts.codeTitle}
      </h2>
      {address !== '' && <p>{fill(texts.codeSent, { address }, model.words.language)}</p>}
      <label>
        {texts.codeLabel}
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          dir="ltr"
          class="code"
          value={code.value}
          onInput={(event) => {
            code.value = event.currentTarget.value;
          }}
        />
      </label>
      {isWrong && (
        <p class="alert" role="alert">
          {status === 'failed' ? say('postFailed') : texts[status]}
        </p>
      )}
      <Button busy={status === 'busy'} onClick={() => void confirm.submit(code.value)}>
        {texts.codeConfirm}
      </Button>
      <Button quiet onClick={() => void confirm.again()}>
        {texts.codeAgain}
      </Button>
      <Button quiet onClick={() => confirm.giveUp()}>
        {say('back')}
      </Button>
    </form>
  );
};
