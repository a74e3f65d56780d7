import type { JSX, TargetedMouseEvent } from 'preact';
import { useEffect } from '../ui/hooks.ts';
import { directionOf } from '../i18n/languages.ts';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Header } from './Header.tsx';
import { Home } from './Home.tsx';
import { LazyPanel } from './PanelLoader.tsx';
import type { AppModel } from './model.ts';
import { factsOf, isSubPage, PANELS, TABS, type Page } from './panels.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** How long a word stands where screen readers look for news. */
const SAID_MS = 1000;

/** The home of the person who looks: a member's, or before it what somebody is offered who has not joined. */
const AnyHome = ({ model }: { model: AppModel }): JSX.Element => {
  const { me, signedIn } = model.state.value;
  return (
    <>
      {(me ? me.shopper.status === 'guest' : !signedIn) && <LazyPanel model={model} page="guest" />}
      <Home model={model} />
    </>
  );
};

/** Whether there is something in it for the person who looks. */
const isFor = (model: AppModel, page: Page): boolean =>
  model.state.value.signedIn || !factsOf(page).members;

/** The page that is shown: a guest has none of their own behind the home but the tiers, and no history. */
const pageOf = (model: AppModel): Page => {
  const page = model.page.value;
  const has = isSubPage(page) ? (model.state.value.me ?? page === 'tiers') : isFor(model, page);
  return has ? page : 'home';
};

const Body = ({ model, page }: { model: AppModel; page: Page }): JSX.Element => {
  const { say } = model.words;
  const tab = isSubPage(page) ? 'home' : page;
  return (
    <Tabs
      items={TABS.filter((id) => isFor(model, id)).map((id) => ({
        id,
        label: say(PANELS[id].tab),
        icon: PAGE_ICONS[id],
      }))}
      selected={tab}
      panel={page}
      labelledBy={tab === page ? `tab-${page}` : 'title'}
      onSelect={(id) => {
        model.page.value = id;
      }}
    >
      {page === 'home' ? <AnyHome model={model} /> : <LazyPanel model={model} page={page} />}
    </Tabs>
  );
};

/** What is inside the frame, in the dialog or in the shop's own page. */
export const Frame = ({
  model,
  inPage = false,
}: {
  model: AppModel;
  inPage?: boolean;
}): JSX.Element => {
  const { say } = model.words;
  const { program, failed } = model.state.value;
  const waits = failed === null;
  const trouble = failed === 'busy' ? 'busyServer' : 'offline';
  const page = pageOf(model);
  const said = model.announcement.value;
  // The same words once more are an event once more.
  useEffect(() => {
    const timer = setTimeout(() => (model.announcement.value = ''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class={inPage ? 'frame in-page' : 'frame'}>
      <Header model={model} page={page} closable={!inPage} />
      {program === null ? (
        <Notice
          busy={waits}
          text={say(waits ? 'loading' : trouble)}
          action={waits ? undefined : say('retry')}
          onAction={() => void model.session.refresh()}
        />
      ) : (
        model.shown.value && <Body model={model} page={page} />
      )}
      <p class="aloud" role="status">
        {said}
      </p>
    </div>
  );
};

/** The whole panel: a native dialog, which keeps the focus inside by itself. */
export const App = ({ model }: { model: AppModel }): JSX.Element => {
  const closeOnBackdrop = (event: TargetedMouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) event.currentTarget.close();
  };
  const { language } = model.words;
  return (
    // Said here and not of the host, whose reset takes the language away from line breaks.
    <dialog
      part="panel"
      lang={language}
      dir={directionOf(language)}
      aria-labelledby="title"
      onClick={closeOnBackdrop}
    >
      <Frame model={model} />
    </dialog>
  );
};
