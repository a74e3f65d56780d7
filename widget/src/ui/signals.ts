import { effect, signal, type Signal } from '@preact/signals-core';
import type { ComponentType, VNode } from 'preact';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';

/*
 * Signals in components. `@preact/signals` binds them to text and attributes too, and costs every
 * first opening a kilobyte for it; here components read them, and are drawn anew.
 */

export { signal };

/** A signal of one component's own. */
export const useSignal = <Value>(value: Value): Signal<Value> => useMemo(() => signal(value), []);

type Draw = (props: object) => VNode | null;

const tracked = new WeakMap<Draw, Draw>();

const track =
  (draw: Draw): Draw =>
  (props) => {
    const [, drawAnew] = useReducer((count: number) => count + 1, 0);
    const stop = useRef<() => void>(undefined);
    useEffect(() => () => stop.current?.(), []);
    stop.current?.();
    let drawn: { readonly node: VNode | null } | undefined;
    // What is read while the component is drawn is what this hears of.
    stop.current = effect(() => {
      if (drawn === undefined) drawn = { node: draw(props) };
      else drawAnew(undefined);
    });
    return drawn?.node ?? null;
  };

/** The component as one that is drawn anew when a signal changes that it reads. */
export const withSignals = (type: ComponentType): ComponentType => {
  const draw = type as Draw;
  const known = tracked.get(draw) ?? track(draw);
  tracked.set(draw, known);
  return known as ComponentType;
};
