import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { aimOf } from '../app/aim-rules.ts';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Meter } from '../ui/Meter.tsx';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import css from './thanks.css?inline';
import type { WriteModel } from './write-model.ts';

const sheet = sheetOf(css);

/** What a review has brought, and how near the next reward has come with it. */
const Brought = ({ model, gained }: { model: AppModel; gained: number }): JSX.Element | null => {
  const { say, points } = model.words;
  const { me, program } = model.state.value;
  if (me === null || program === null || gained === 0) return null;
  const aim = aimOf(program, me, model.aim.value);
  const text =
    aim &&
    say(aim.missing > 0 ? 'toReward' : 'inReach', {
      points: points(aim.missing),
      reward: model.rewardName(aim.rewardId),
    });
  return (
    <>
      <p class="quiet-text">
        +{points(gained)}
        {text && ` · ${text}`}
      </p>
      {aim && text && <Meter value={me.balance.available} max={aim.cost} label={text} />}
    </>
  );
};

/** What became of what was sent: it takes the page, and is read once. */
export const ReviewThanks = (props: {
  model: AppModel;
  writing: WriteModel;
}): JSX.Element | null => {
  const { model, writing } = props;
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => adoptSheets(place.current, [sheet]), []);
  const outcome = writing.outcome.value;
  if (outcome === null) return null;
  const { say } = model.words;
  return (
    <div ref={place} class="thanks">
      <span class="tick" aria-hidden="true">
        <Icon d="m5 12.5 4.5 4.5L19 7.5" />
      </span>
      <StatusMessage look="value" text={say(outcome.text)} />
      {outcome.text === 'sent' && <Brought model={model} gained={outcome.points} />}
      <Button quiet onClick={() => writing.close()}>
        {say('seeOwn')}
      </Button>
    </div>
  );
};
