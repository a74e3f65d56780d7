import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { Button } from '../ui/Button.tsx';
import { BackIcon, CloseIcon, Icon, TICKET } from '../ui/icons.tsx';
import { Ring } from '../ui/Ring.tsx';
import { aimOf } from './aim-rules.ts';
import type { AppModel } from './model.ts';
import { factsOf, type Page } from './panels.ts';

/** The number, what it is worth, and the way to what the shopper collects for. */
const Sum = (props: { model: AppModel; program: PublicProgram; me: Me }): JSX.Element => {
  const { model, program, me } = props;
  const { say, points, count, money } = model.words;
  const { available, pending, worthMinor, currency } = me.balance;
  const number = count(available);
  const aim = aimOf(program, me, model.aim.value);
  const text =
    aim &&
    say(aim.missing > 0 ? 'toReward' : 'inReach', {
      points: points(aim.missing),
      reward: model.rewardName(aim.rewardId),
    });
  return (
    <div class="sum">
      <div>
        <p class="balance" part="balance">
          <strong>{number}</strong>{' '}
          <span part="unit">{points(available).replace(number, '').trim()}</span>
        </p>
        {worthMinor > 0 && (
          <p class="quiet-text" part="worth">
            {say('worth', { money: money(worthMinor, currency) })}
          </p>
        )}
        <p class="aim">{text}</p>
      </div>
      {aim && (
        <button
          class="ring"
          part="ring"
          aria-label={text}
          onClick={() => {
            model.page.value = 'rewards';
          }}
        >
          <Ring value={available} coming={pending} max={aim.cost}>
            <Icon d={TICKET} />
          </Ring>
        </button>
      )}
    </div>
  );
};

/** Something could not be had: what is shown may be old, or the balance is not there at all. */
const Trouble = ({ model }: { model: AppModel }): JSX.Element => {
  const { session, state } = model;
  const { say } = model.words;
  const { signedIn, me, failed } = state.value;
  // Refused without a member: nobody knows whether there is one.
  const missing = me === null && (signedIn || failed === 'refused');
  const text = failed === 'busy' ? 'busyServer' : missing ? 'noBalance' : 'stale';
  return (
    <div class="trouble row" role="alert">
      <p>{say(text)}</p>
      {missing && (
        <Button quiet onClick={() => void session.refresh()}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
};

/** The top of the panel: whose it is and what they have; away from the home, where one is. */
export const Header = ({
  model,
  page,
  closable,
}: {
  model: AppModel;
  page: Page;
  closable: boolean;
}): JSX.Element => {
  const { say, localize, points } = model.words;
  const { program, me, signedIn, failed } = model.state.value;
  const { tab, title } = factsOf(page);
  const heading = useRef<HTMLHeadingElement | null>(null);
  // The focus goes with the reader to a page behind the home.
  useEffect(() => {
    if (title) heading.current?.focus();
  }, [title]);
  const name = program ? localize(program.name) : '';
  const isHome = page === 'home';
  const own = title ?? tab;
  return (
    <header part="header" class={isHome ? '' : 'slim'}>
      <div class="bar">
        {title && (
          <button
            class="close back"
            part="back"
            aria-label={say('back')}
            onClick={() => {
              model.page.value = 'home';
            }}
          >
            <BackIcon />
          </button>
        )}
        <div class="row-text">
          <h2 id="title" part="title" ref={heading} tabIndex={-1}>
            {!isHome && own ? say(own) : signedIn ? name : say('guestTitle', { programme: name })}
          </h2>
          {isHome && me?.shopper.name && (
            <p class="quiet-text" part="greeting">
              {say('greeting', { name: me.shopper.name })}
            </p>
          )}
        </div>
        {!isHome && !title && me && <p class="pill">{points(me.balance.available)}</p>}
        {closable && (
          <form method="dialog">
            <button class="close" part="close" aria-label={say('close')}>
              <CloseIcon />
            </button>
          </form>
        )}
      </div>
      {isHome && program && me && <Sum model={model} program={program} me={me} />}
      {failed !== null && program && <Trouble model={model} />}
    </header>
  );
};
