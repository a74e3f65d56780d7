import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';

/** The offer to join, for somebody the shop knows and the programme does not yet. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const { session, state } = model;
  const { say, points } = model.words;
  const busy = useSignal(false);
  const failed = useSignal(false);
  const bonus = state.value.program?.earning.find((rule) => rule.on === 'signup');
  const join = async (): Promise<void> => {
    busy.value = true;
    failed.value = false;
    try {
      session.setMe(await (await model.client()).enroll());
    } catch {
      failed.value = true;
    }
    busy.value = false;
  };
  return (
    <div class="card step">
      <p>
        <strong>{say('joinTitle')}</strong>{' '}
        {bonus?.on === 'signup' && say('joinText', { points: points(bonus.points.fixed) })}
      </p>
      {failed.value && <p class="alert">{say('failed')}</p>}
      <Button onClick={() => void join()} busy={busy.value}>
        {say('join')}
      </Button>
    </div>
  );
};
