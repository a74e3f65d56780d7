import type { ComponentType, VNode } from 'preact';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Signal } from '@preact/signals';

/*
 * Signals in components: they read them, and are drawn anew. The library these are named after binds them to text
 * and attributes too, keeps books of what depends on what, and builds itself on prototypes that a page may have
 * frozen; here a value knows who has read it, and no more is needed (053).
 */

/** Those who want to hear of the next change of a value. */
type Readers = Set<() => void>;

/** Who is reading now. */
let reader: ((readers: Readers) => void) | undefined;

/** A value that those who have read it hear of when it changes. */
export const signal = <Value>(value: Value): Pick<Signal<Value>, 'value'> => {
  const readers: Readers = new Set();
  return {
    get value() {
      reader?.(readers);
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      [...readers].forEach((changed) => changed());
    },
  };
};

/** A signal of one component's own. */
export const useSignal = <Value>(value: Value): Pick<Signal<Value>, 'value'> =>
  useMemo(() => signal(value), []);

/** Reads something, and calls once when one of the signals changes that it has read. `stop` no longer wants to hear. */
export const readOnce = <Value>(
  read: () => Value,
  onChange: () => void,
): { readonly value: Value; stop: () => void } => {
  const all = new Set<Readers>();
  const stop = (): void => all.forEach((readers) => readers.delete(changed));
  const changed = (): void => {
    stop();
    onChange();
  };
  const before = reader;
  reader = (readers) => {
    all.add(readers);
    readers.add(changed);
  };
  try {
    return { value: read(), stop };
  } finally {
    reader = before;
  }
};

type Draw = (props: object) => VNode | null;

const tracked = new WeakMap<Draw, Draw>();

const track =
  (draw: Draw): Draw =>
  (props) => {
    const [, drawAnew] = useReducer((count: number) => count + 1, 0);
    const stop = useRef<() => void>(undefined);
    useEffect(() => () => stop.current?.(), []);
    stop.current?.();
    const drawn = readOnce(
      () => draw(props),
      () => drawAnew(undefined),
    );
    stop.current = drawn.stop;
    return drawn.value;
  };

/** The component as one that is drawn anew when a signal changes that it reads. */
export const withSignals = (type: ComponentType): ComponentType => {
  const draw = type as Draw;
  const known = tracked.get(draw) ?? track(draw);
  tracked.set(draw, known);
  return known as ComponentType;
};
