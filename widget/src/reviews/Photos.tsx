import type { ComponentChildren, JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { useSignal } from '../ui/signals.ts';
import { urlOf, type Shot } from './shots.ts';
import type { Viewer as ViewerOf } from './Viewer.tsx';

/** Photos, small, each opening large; nothing where there is none. */
export const Photos = (props: {
  model: AppModel;
  shots: readonly Shot[];
  /** All that buyers have taken, in one row: what it is called. */
  strip?: string;
}): JSX.Element | null => {
  const { model, shots, strip } = props;
  const { say } = model.words;
  const opened = useSignal<{ at: number; Viewer: typeof ViewerOf } | 'failed' | null>(null);
  if (shots.length === 0) return null;
  const open = async (at: number): Promise<void> => {
    const both = Promise.all([import('./Viewer.tsx'), model.words.load('write')]);
    opened.value = await both.then(
      ([{ Viewer }]) => ({ at, Viewer }),
      () => 'failed' as const,
    );
  };
  let large: ComponentChildren = null;
  if (opened.value === 'failed')
    large = (
      <p class="alert" role="status">
        {say('offline')}
      </p>
    );
  else if (opened.value) {
    const { at, Viewer } = opened.value;
    large = <Viewer model={model} shots={shots} first={at} onClose={() => (opened.value = null)} />;
  }
  return (
    <>
      <div class={strip ? 'photos strip' : 'photos'} role="group" aria-label={strip}>
        {shots.map(({ photo }, index) => (
          <button key={photo.id} type="button" onClick={() => void open(index)}>
            <img
              src={urlOf(model, photo)}
              alt={say('photoOf', { number: index + 1, total: shots.length })}
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
          </button>
        ))}
      </div>
      {large}
    </>
  );
};
