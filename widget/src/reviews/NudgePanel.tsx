import type { JSX } from 'preact';
import { useEffect, useMemo } from '../ui/hooks.ts';
import { NextStepCard } from '../app/NextStepCard.tsx';
import { nextStepOf } from '../app/next-step.ts';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { createNudgeModel } from './nudge-model.ts';

/**
 * In the shop's own page: what one may be asked about, else the one best next step, as far
 * as the shopper's contact budget has room for it.
 */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { say } = model.words;
  const nudging = useMemo(() => createNudgeModel(model), [model]);
  const { program, me } = model.state.value;
  const step = program && me && nextStepOf(program, me);
  useEffect(() => void nudging.choose(step), [nudging, me?.shopper.id, step?.kind]);
  const shown = nudging.shown.value;
  if (program === null || me === null || shown === null) return null;
  if (shown.kind === 'nextStep')
    return <NextStepCard model={model} program={program} me={me} elsewhere />;
  const { prompt } = shown;
  return (
    <div class="card step" part="prompt">
      <p>{say('promptsTitle')}</p>
      <p class="quiet-text">{prompt.title ?? prompt.productId}</p>
      <Button
        onClick={() => {
          model.toReview.value = prompt.productId;
          model.page.value = 'review';
          model.openPanel();
        }}
      >
        {say('writeReview')}
      </Button>
      <Button quiet onClick={() => void nudging.dismiss()}>
        {say('postNotNow')}
      </Button>
    </div>
  );
};
