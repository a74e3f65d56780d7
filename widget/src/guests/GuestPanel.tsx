import type { JSX, TargetedMouseEvent } from 'preact';
import type { AppModel } from '../app/model.ts';
import type { Page } from '../app/panels.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** Pages that are a shopper's own. */
const TITLES: Readonly<Partial<Record<Page, MessageKey>>> = {
  history: 'tabHistory',
  wallet: 'pageWallet',
  tiers: 'pageTiers',
  goals: 'pageGoals',
  friends: 'pageFriends',
  profile: 'pageProfile',
  review: 'pageReviews',
};

/** Where guests sign in: at the shop's address, or in a form of the page's own where it listens. */
const SignIn = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { signInUrl: url } = model.snippet;
  if (url === null && !model.hasListener('signin')) return null;
  const tell = (event: TargetedMouseEvent<HTMLElement>): void => {
    model.emit('signin', { url, preventDefault: () => event.preventDefault() });
    // A form of the page's own is not seen while the panel lies over it.
    if (url === null || event.defaultPrevented) event.currentTarget.closest('dialog')?.close();
  };
  const text = model.words.say('signIn');
  return url === null ? (
    <button type="button" class="button wide" part="button" onClick={tell}>
      {text}
    </button>
  ) : (
    <a class="button wide" part="button" href={url} onClick={tell}>
      {text}
    </a>
  );
};

/** What the programme is, for somebody who is not signed in: how it begins, and what it leads to. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program } = model.state.value;
  const { say, points, localize } = model.words;
  if (program === null) return null;
  const title = TITLES[model.page.value];
  const bonus = program.earning.find((rule) => rule.on === 'signup');
  return (
    <>
      <p class="quiet-text lead">
        {title ? say('guestPage', { page: say(title) }) : say('guestText')}
      </p>
      <ol class="steps">
        {bonus?.on === 'signup' && (
          <li>{say('joinText', { points: points(bonus.points.fixed) })}</li>
        )}
        <li>{say('howEarn')}</li>
        <li>{say('howTake')}</li>
      </ol>
      <ul class="chips">
        {program.rewards.slice(0, 3).map((reward) => (
          <li key={reward.id} class="chip">
            {localize(reward.name)}
          </li>
        ))}
      </ul>
      <SignIn model={model} />
    </>
  );
};
