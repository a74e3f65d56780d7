import { useEffect } from './hooks.ts';
import { useSignal } from './signals.ts';

/** What is fetched once it is wanted: null until it is there, `'failed'` where it does not come. */
export const useLate = <Loaded extends object>(
  wanted: boolean,
  load: () => Promise<Loaded>,
): Loaded | 'failed' | null => {
  const loaded = useSignal<Loaded | 'failed' | null>(null);
  useEffect(() => {
    if (wanted)
      load().then(
        (one) => (loaded.value = one),
        () => (loaded.value = 'failed'),
      );
  }, [wanted]);
  return loaded.value;
};
