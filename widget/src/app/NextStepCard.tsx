import type { JSX } from 'preact';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import type { MessageKey } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { AppModel } from './model.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import type { Page } from './panels.ts';

/** What is said of a step, what its button says, and where that leads. */
const STEPS: Readonly<
  Record<NextStep['kind'], readonly [text: MessageKey, button: MessageKey, page: Page]>
> = {
  code: ['nextCode', 'nextShow', 'wallet'],
  reward: ['nextReward', 'nextSee', 'rewards'],
  almost: ['nextAlmost', 'nextHow', 'earn'],
  first: ['nextFirst', 'nextHow', 'earn'],
};

/** The one thing worth doing next; where it stands alone in the shop's page, it opens the panel. */
export const NextStepCard = (props: {
  readonly model: AppModel;
  readonly program: PublicProgram;
  readonly me: Me;
  readonly elsewhere?: boolean;
}): JSX.Element | null => {
  const { model, program, me } = props;
  const { say, points } = model.words;
  const step = nextStepOf(program, me);
  if (step === null) return null;
  const [text, button, page] = STEPS[step.kind];
  return (
    <div class="card step" part="next-step">
      <p>
        {say(text, {
          reward: model.rewardName(step.rewardId),
          points: points(step.points),
        })}
      </p>
      <Button
        onClick={() => {
          if (step.kind === 'reward') model.wanted.value = step.rewardId;
          model.page.value = page;
          if (props.elsewhere) model.openPanel();
        }}
      >
        {say(button)}
      </Button>
    </div>
  );
};
