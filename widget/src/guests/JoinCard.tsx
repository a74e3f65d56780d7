import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { offerOf } from './offer.ts';

/** The offer to join, for somebody the shop knows and the programme does not yet. */
export const JoinCard = ({ model }: { model: AppModel }): JSX.Element => {
  const { say } = model.words;
  const busy = useSignal(false);
  const failed = useSignal(false);
  const { isInvited, number, text, also } = offerOf(model);
  const join = async (): Promise<void> => {
    busy.value = true;
    failed.value = false;
    try {
      model.session.setMe(await (await model.client()).enroll());
    } catch {
      failed.value = true;
    }
    busy.value = false;
  };
  return (
    <div class="card step join">
      {isInvited && <p class="quiet-text">{say('invited')}</p>}
      {number && <p class="number">{number}</p>}
      <p class="plain">{text}</p>
      {also && <p class="quiet-text">{also}</p>}
      {failed.value && (
        <p class="alert" role="alert">
          {say('failed')}
        </p>
      )}
      <Button onClick={() => void join()} busy={busy.value}>
        {say(isInvited ? 'accept' : 'join')}
      </Button>
    </div>
  );
};
