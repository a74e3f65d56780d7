import type { JSX } from 'preact';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { Button } from '../ui/Button.tsx';
import type { AppModel } from './model.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import type { Page } from './panels.ts';

const STEP_TEXT = {
  code: 'nextCode',
  reward: 'nextReward',
  almost: 'nextAlmost',
  first: 'nextFirst',
} as const;

const STEP_PAGE: Readonly<Record<NextStep['kind'], Page>> = {
  code: 'wallet',
  reward: 'rewards',
  almost: 'earn',
  first: 'earn',
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
  const to = STEP_PAGE[step.kind];
  return (
    <div class="card step" part="next-step">
      <p>
        {say(STEP_TEXT[step.kind], {
          reward: model.rewardName(step.rewardId),
          points: points(step.points),
        })}
      </p>
      <Button
        onClick={() => {
          if (step.kind === 'reward') model.wanted.value = step.rewardId;
          model.page.value = to;
          if (props.elsewhere) model.openPanel();
        }}
      >
        {say(step.kind === 'code' ? 'nextShow' : to === 'earn' ? 'nextHow' : 'nextSee')}
      </Button>
    </div>
  );
};
