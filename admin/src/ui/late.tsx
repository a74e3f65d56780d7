import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentType, JSX } from 'preact';

/** A part of every page that none waits for: its chunk comes when it is first shown, or is fetched before. */
export const late = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): { readonly Late: (props: Props) => JSX.Element | null; readonly prepare: () => void } => {
  const come = signal<ComponentType<Props> | null>(null);
  const prepare = (): void => {
    if (come.peek() === null) void load().then((Part) => (come.value = Part));
  };
  const Late = (props: Props): JSX.Element | null => {
    useEffect(prepare, []);
    const Part = come.value;
    return Part && <Part {...props} />;
  };
  return { Late, prepare };
};
