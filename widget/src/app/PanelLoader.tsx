import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { Notice } from '../ui/Notice.tsx';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import type { AppModel } from './model.ts';
import type { LazyPanelName } from './panels.ts';

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
