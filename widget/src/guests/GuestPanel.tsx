import type { JSX } from 'preact';
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

/** What the programme is, for somebody who is not signed in: how it begins, and what it leads to. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { program } = model.state.value;
  const { say, points, localize } = model.words;
  const { signInUrl } = model.snippet;
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
      {signInUrl !== null && (
        <a class="button wide" part="button" href={signInUrl}>
          {say('signIn')}
        </a>
      )}
    </>
  );
};
