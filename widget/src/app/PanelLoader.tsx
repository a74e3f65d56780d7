import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { Notice } from '../ui/Notice.tsx';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { useSignal } from '../ui/signals.ts';
import type { LoadedPanel } from './load-panel.ts';
import type { AppModel } from './model.ts';
import type { LazyPanelName } from './panels.ts';

type Panel = ComponentType<{ model: AppModel }>;

/** A panel that is there, is on its way, or did not come. */
const Loaded = (props: {
  model: AppModel;
  panel: Panel | null | undefined;
  silent: boolean;
  onRetry: () => void;
}): JSX.Element | null => {
  const { model, panel: Panel, silent, onRetry } = props;
  const { say } = model.words;
  // Where not even the words have come, nothing can be said.
  if (!Panel && (silent || !say('retry'))) return null;
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
  silent = false,
  fetchPanel,
}: {
  model: AppModel;
  page: LazyPanelName;
  /** Says nothing while it is on its way, or where it does not come. */
  silent?: boolean;
  /** Fetches it in another way than all panels come. */
  fetchPanel?: (() => Promise<LoadedPanel>) | undefined;
}): JSX.Element => {
  const place = useRef<HTMLDivElement>(null);
  const loaded = useSignal<{ page: LazyPanelName; panel: Panel | null } | null>(null);
  const load = async (): Promise<void> => {
    loaded.value = null;
    try {
      const { panel, sheets } = await (fetchPanel?.() ??
        import('./load-panel.ts').then(({ loadPanel }) => loadPanel(page, model.words)));
      adoptSheets(place.current, sheets);
      await yieldToMain();
      loaded.value = { page, panel };
    } catch {
      loaded.value = { page, panel: null };
    }
  };
  useEffect(() => void load(), [page]);
  const current = loaded.value?.page === page ? loaded.value.panel : undefined;
  return (
    <div ref={place} class="place">
      <Loaded model={model} panel={current} silent={silent} onRetry={() => void load()} />
    </div>
  );
};
