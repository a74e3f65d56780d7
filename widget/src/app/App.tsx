import type { ComponentType, JSX, TargetedMouseEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadEarnMessages, loadLedgerMessages } from '../i18n/load.ts';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Header } from './Header.tsx';
import type { AppModel, Tab } from './model.ts';

type Panel = ComponentType<{ model: AppModel }>;

const PANELS: Readonly<Record<Tab, (language: AppModel['language']) => Promise<Panel>>> = {
  rewards: async () => (await import('../rewards/RewardsPanel.tsx')).RewardsPanel,
  earn: async (language) => {
    const labels = loadEarnMessages(language);
    const { EarnPanel } = await import('../program/EarnPanel.tsx');
    const words = await labels;
    return ({ model }) => <EarnPanel model={model} labels={words} />;
  },
  history: async (language) => {
    const labels = loadLedgerMessages(language);
    const { HistoryPanel } = await import('../ledger/HistoryPanel.tsx');
    const words = await labels;
    return ({ model }) => <HistoryPanel model={model} labels={words} />;
  },
};

/** One panel, fetched when it is first wanted; a chunk that does not come can be asked for again. */
const LazyPanel = ({ model, tab }: { model: AppModel; tab: Tab }): JSX.Element => {
  const [loaded, setLoaded] = useState<{ tab: Tab; panel: Panel | null }>();
  const load = (): void => {
    setLoaded(undefined);
    PANELS[tab](model.language).then(
      (panel) => setLoaded({ tab, panel }),
      () => setLoaded({ tab, panel: null }),
    );
  };
  useEffect(load, [tab]);
  const { messages } = model;
  if (loaded === undefined || loaded.tab !== tab) return <Notice busy text={messages.loading} />;
  const { panel: Panel } = loaded;
  return Panel === null ? (
    <Notice text={messages.offline} action={messages.retry} onAction={load} />
  ) : (
    <Panel model={model} />
  );
};

/** The whole panel: a native dialog, which keeps the focus inside by itself. */
export const App = ({ model }: { model: AppModel }): JSX.Element => {
  const { messages, state, tab } = model;
  const { program, signedIn } = state.value;
  const tabs: readonly Tab[] = signedIn ? ['rewards', 'earn', 'history'] : ['rewards', 'earn'];
  const shown = tabs.includes(tab.value) ? tab.value : 'rewards';
  const closeOnBackdrop = (event: TargetedMouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) event.currentTarget.close();
  };
  return (
    <dialog part="panel" aria-labelledby="title" onClick={closeOnBackdrop}>
      <div class="frame">
        <Header model={model} />
        {program === null ? (
          <Notice
            busy={!state.value.failed}
            text={state.value.failed ? messages.offline : messages.loading}
            action={state.value.failed ? messages.retry : undefined}
            onAction={() => void model.session.refresh()}
          />
        ) : (
          <Tabs
            items={tabs.map((id) => ({ id, label: messages.tabs[id] }))}
            selected={shown}
            onSelect={(id) => {
              tab.value = id;
            }}
          >
            <LazyPanel model={model} tab={shown} />
          </Tabs>
        )}
        <p class="aloud" role="status">
          {model.announcement.value}
        </p>
      </div>
    </dialog>
  );
};
