import type { JSX, TargetedMouseEvent } from 'preact';
import { directionOf } from '../i18n/languages.ts';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Header } from './Header.tsx';
import { Home } from './Home.tsx';
import { LazyPanel } from './PanelLoader.tsx';
import type { AppModel } from './model.ts';
import { factsOf, isSubPage, PANELS, TABS } from './panels.ts';

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

const Body = ({ model }: { model: AppModel }): JSX.Element => {
  const { say } = model.words;
  const { me, signedIn } = model.state.value;
  const tabs = signedIn ? TABS : TABS.filter((id) => !factsOf(id).members);
  const page = model.page.value;
  // A guest has no page of their own behind the home.
  if (isSubPage(page) && me !== null) return <LazyPanel key={page} model={model} page={page} />;
  const tab = tabs.find((known) => known === page) ?? 'home';
  return (
    <Tabs
      items={tabs.map((id) => ({ id, label: say(PANELS[id].tab) }))}
      selected={tab}
      onSelect={(id) => {
        model.page.value = id;
      }}
    >
      {tab === 'home' ? <AnyHome model={model} /> : <LazyPanel model={model} page={tab} />}
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
  return (
    <div class={inPage ? 'frame in-page' : 'frame'}>
      <Header model={model} slim={model.page.value !== 'home'} closable={!inPage} />
      {program === null ? (
        <Notice
          busy={waits}
          text={say(waits ? 'loading' : trouble)}
          action={waits ? undefined : say('retry')}
          onAction={() => void model.session.refresh()}
        />
      ) : (
        model.shown.value && <Body model={model} />
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
