import type { JSX } from 'preact';
import { useRef } from '../ui/hooks.ts';
import type { OwnReview } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { goToMissing } from '../ui/go-to-missing.ts';
import { useSignal } from '../ui/signals.ts';
import { TextField } from '../ui/TextField.tsx';
import type { WriteModel } from './write-model.ts';

const APPEAL_MAX = 500;

/** The way to have a withheld review looked at again. */
export const Appeal = (props: {
  readonly model: AppModel;
  readonly writing: WriteModel;
  readonly review: OwnReview;
}): JSX.Element => {
  const { model, writing, review } = props;
  const { say } = model.words;
  const text = useSignal('');
  const sent = useSignal(false);
  const place = useRef<HTMLDivElement | null>(null);
  const isEmpty = text.value.trim() === '';
  const appeal = (): void => {
    sent.value = true;
    void (isEmpty ? goToMissing(place.current) : writing.appeal(review.productId, text.value));
  };
  if (review.appealedAt !== null) return <p>{say('appealed')}</p>;
  return (
    <div ref={place} class="stack">
      <TextField
        label={say('appealWhy')}
        missing={sent.value && isEmpty ? say('writeWords') : null}
        rows={2}
        most={APPEAL_MAX}
        value={text.value}
        onInput={(next) => {
          text.value = next;
        }}
      />
      <Button quiet onClick={appeal}>
        {say('appealAct')}
      </Button>
    </div>
  );
};
