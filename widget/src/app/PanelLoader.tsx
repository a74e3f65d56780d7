import type { ComponentChildren, ComponentType, JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { Notice } from '../ui/Notice.tsx';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { useSignal } from '../ui/signals.ts';
import type { LoadedPanel } from './load-panel.ts';
import type { AppModel } from './model.ts';
import type { LazyPanelName } from './panels.ts';

type Panel = ComponentType<{ model: AppModel }>;

/** One panel, fetched when it is first wanted; a chunk that does not come can be asked for again. */
export const LazyPanel = ({
  model,
  page,
  silent,
  fetchPanel,
  children,
}: {
  model: AppModel;
  page: LazyPanelName;
  /** Says nothing while it is on its way, or where it does not come. */
  silent?: boolean;
  /** Fetches it in another way than all panels come. */
  fetchPanel?: (() => Promise<LoadedPanel>) | undefined;
  /** What stands below it, once it is there or has failed to come. */
  children?: ComponentChildren;
}): JSX.Element => {
  const place = useRef<HTMLDivElement | null>(null);
  const loaded = useSignal<{ page: LazyPanelName; panel: Panel | null } | null>(null);
  const load = async (): Promise<void> => {
    loaded.value = null;
    let panel: Panel | null = null;
    try {
      const coming =
        fetchPanel?.() ??
        import('./load-panel.ts').then(({ loadPanel }) => loadPanel(page, model.words));
      const file = await coming;
      adoptSheets(place.current, file.sheets);
      await yieldToMain();
      panel = file.panel;
    } catch {
      // A chunk that did not come can be asked for again.
    }
    loaded.value = { page, panel };
  };
  useEffect(() => void load(), [page]);
  const { say } = model.words;
  const current = loaded.value?.page === page ? loaded.value : undefined;
  const Panel = current?.panel;
  // Where not even the words have come, nothing can be said.
  const notice =
    !silent &&
    say('retry') &&
    (current ? (
      <Notice text={say('offline')} action={say('retry')} onAction={() => void load()} />
    ) : (
      <Notice busy text={say('loading')} />
    ));
  return (
    <div ref={place} class="place">
      {Panel ? <Panel model={model} /> : notice}
      {current && children}
    </div>
  );
};
