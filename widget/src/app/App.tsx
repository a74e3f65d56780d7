import type { JSX, TargetedMouseEvent } from 'preact';
import { directionOf } from '../i18n/languages.ts';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Header } from './Header.tsx';
import { Home } from './Home.tsx';
import { LazyPanel } from './PanelLoader.tsx';
import type { AppModel } from './model.ts';
import { factsOf, isSubPage, PANELS, TABS, type Page, type Tab } from './panels.ts';

/** The home of the person who looks: a member's, with the offer to join before it, or a guest's. */
const AnyHome = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { me, signedIn } = model.state.value;
  if (me === null) return signedIn ? null : <LazyPanel model={model} page="guest" />;
  return (
    <>
      {me.shopper.status === 'guest' && <LazyPanel model={model} page="join" />}
      <Home model={model} />
    </>
  );
};

const tabsOf = (model: AppModel): readonly Tab[] =>
  model.state.value.signedIn ? TABS : TABS.filter((id) => !factsOf(id).members);

/** The page that is shown: a guest has none of their own behind the home but the tiers, and no history. */
const pageOf = (model: AppModel): Page => {
  const page = model.page.value;
  const { me, signedIn } = model.state.value;
  const { title, members } = factsOf(page);
  return (title ? (me ?? page === 'tiers') : signedIn || !members) ? page : 'home';
};

const Body = ({ model, page }: { model: AppModel; page: Page }): JSX.Element => {
  const { say } = model.words;
  return (
    <Tabs
      items={tabsOf(model).map((id) => ({ id, label: say(PANELS[id].tab), icon: PANELS[id].icon }))}
      selected={isSubPage(page) ? 'home' : page}
      panel={page}
      labelledBy={isSubPage(page) ? 'title' : `tab-${page}`}
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
        {model.announcement.value}
      </p>
    </div>
  );
};

/** The whole panel: a native dialog, which keeps the focus inside by itself. */
export const App = ({ model }: { model: AppModel }): JSX.Element => {
  const closeOnBackdrop = (event: TargetedMouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) event.currentTarget.close();
  };
  return (
    <dialog
      part="panel"
      dir={directionOf(model.words.language)}
      aria-labelledby="title"
      onClick={closeOnBackdrop}
    >
      <Frame model={model} />
    </dialog>
  );
};
