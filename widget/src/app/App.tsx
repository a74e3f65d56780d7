import type { ComponentType, JSX, TargetedMouseEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { directionOf } from '../i18n/languages.ts';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { Header } from './Header.tsx';
import { Home } from './Home.tsx';
import type { AppModel } from './model.ts';
import { factsOf, isSubPage, PANELS, TABS, type LazyPanelName } from './panels.ts';

type Panel = ComponentType<{ model: AppModel }>;

/** A panel that is there, is on its way, or did not come. */
const Loaded = (props: {
  model: AppModel;
  panel: Panel | null | undefined;
  onRetry: () => void;
}): JSX.Element => {
  const { model, panel: Panel, onRetry } = props;
  const { say } = model.words;
  if (Panel === undefined) return <Notice busy text={say('loading')} />;
  return Panel === null ? (
    <Notice text={say('offline')} action={say('retry')} onAction={onRetry} />
  ) : (
    <Panel model={model} />
  );
};

/** One panel, fetched when it is first wanted; a chunk that does not come can be asked for again. */
export const LazyPanel = ({
  model,
  page,
  bare = false,
}: {
  model: AppModel;
  page: LazyPanelName;
  bare?: boolean;
}): JSX.Element => {
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<{ page: LazyPanelName; panel: Panel | null }>();
  const load = async (): Promise<void> => {
    setLoaded(undefined);
    try {
      const { loadPanel } = await import('./load-panel.tsx');
      const { panel, sheets } = await loadPanel(page, model.words, bare);
      adoptSheets(place.current, sheets);
      await yieldToMain();
      setLoaded({ page, panel });
    } catch {
      setLoaded({ page, panel: null });
    }
  };
  useEffect(() => void load(), [page]);
  const current = loaded?.page === page ? loaded.panel : undefined;
  return (
    <div ref={place} class="place">
      <Loaded model={model} panel={current} onRetry={() => void load()} />
    </div>
  );
};

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
