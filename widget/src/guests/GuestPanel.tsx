import type { JSX, TargetedMouseEvent } from 'preact';
import { Ladder } from '../app/Ladder.tsx';
import type { AppModel } from '../app/model.ts';
import type { Page } from '../app/panels.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { NextIcon } from '../ui/icons.tsx';
import { exampleOf } from './guest-rules.ts';
import { JoinCard } from './JoinCard.tsx';
import { offerOf } from './offer.ts';

interface Props {
  readonly model: AppModel;
}

/** Pages that are a shopper's own. */
const TITLES: Readonly<Partial<Record<Page, MessageKey>>> = {
  history: 'tabHistory',
  wallet: 'pageWallet',
  goals: 'pageGoals',
  friends: 'pageFriends',
  profile: 'pageProfile',
  review: 'pageReviews',
};

/** Light through leaves, and the door: in the colour of what is written there. */
const Picture = (): JSX.Element => (
  <svg
    class="komorebi"
    viewBox="0 0 360 190"
    preserveAspectRatio="xMaxYMid slice"
    aria-hidden="true"
  >
    <path d="M150-10 290 200h60L210-10zM240-10l130 195v-70L290-10zM70 40l90 160h24L104 40z" />
    <path class="door" d="M270 62h62v140h-62zl-22 12v128h22M255 138v5" />
  </svg>
);

/** Where guests sign in or join: at the shop's address, or in a form of the page's own where it listens. */
const SignIn = ({ model, isInvited }: Props & { isInvited: boolean }): JSX.Element => {
  const { say } = model.words;
  const { signInUrl: url } = model.snippet;
  if (url === null && !model.hasListener('signin'))
    return <p class="quiet-text">{say('guestText')}</p>;
  const tell = (event: TargetedMouseEvent<HTMLElement>): void => {
    model.emit('signin', { url, preventDefault: () => event.preventDefault() });
    // A form of the page's own is not seen while the panel lies over it.
    if (url === null || event.defaultPrevented) event.currentTarget.closest('dialog')?.close();
  };
  const way = (look: string, part: string | undefined, text: string): JSX.Element =>
    url === null ? (
      <button type="button" class={look} part={part} onClick={tell}>
        {text}
      </button>
    ) : (
      <a class={look} part={part} href={url} onClick={tell}>
        {text}
      </a>
    );
  return (
    <>
      {way('button wide', 'button', say(isInvited ? 'accept' : 'join'))}
      {way('link', undefined, say('signIn'))}
    </>
  );
};

/** What the programme is, for somebody who is not in it: what waits for them, and what it leads to. */
export const Panel = ({ model }: Props): JSX.Element | null => {
  const { program, me } = model.state.value;
  const { say, points, money } = model.words;
  if (me !== null) return <JoinCard model={model} />;
  if (program === null) return null;
  const title = TITLES[model.page.value];
  const offer = offerOf(model);
  const example = exampleOf(program);
  return (
    <>
      <div class="hero" part="hero">
        <Picture />
        {offer.isInvited && <p class="from">{say('invited')}</p>}
        {offer.number && <p class="number">{offer.number}</p>}
        <p>{offer.text}</p>
        {offer.also && <p class="from">{offer.also}</p>}
      </div>
      <div class="enter">
        {title && <p class="quiet-text">{say('guestPage', { page: say(title) })}</p>}
        <SignIn model={model} isInvited={offer.isInvited} />
      </div>
      {example && (
        <p class="example">
          {say('example', {
            money: money(example.spentMinor, program.currency),
            points: points(example.points),
            worth: money(example.worthMinor, program.currency),
          })}
        </p>
      )}
      {program.tiers.length > 1 && (
        <section class="group">
          <h3>{say('longer')}</h3>
          <div class="longer">
            <Ladder model={model} />
          </div>
          <button
            class="link-row"
            onClick={() => {
              model.page.value = 'tiers';
            }}
          >
            <span class="row-text row-title">{say('perks')}</span>
            <NextIcon />
          </button>
        </section>
      )}
    </>
  );
};
