import { Component, type ComponentType, type VNode } from 'preact';
import { drawWith, endEffects, runEffects, useMemo, type Slots } from './hooks.ts';

/*
 * Values that components are drawn from. Ours, because of all a library of signals can do the widget
 * uses this much, and every first opening paid 1.3 KB for the rest; see decision 053.
 */

/** A value; a component that reads it is drawn anew when it changes. */
export interface Signal<Value> {
  value: Value;
}

/** A signal to read from. */
export type ReadonlySignal<Value> = Readonly<Signal<Value>>;

type Redraw = () => void;

/** Notes a signal, by those who read it, while a component is drawn. */
let note: ((readers: Set<Redraw>) => void) | undefined;

/** Makes a signal of a first value. */
export const signal = <Value>(first: Value): Signal<Value> => {
  const readers = new Set<Redraw>();
  let current = first;
  return {
    get value() {
      note?.(readers);
      return current;
    },
    set value(next) {
      if (next === current) return;
      current = next;
      // Whoever hears of it may read it anew.
      [...readers].forEach((redraw) => redraw());
    },
  };
};

/** A signal of one component's own. */
export const useSignal = <Value>(value: Value): Signal<Value> => useMemo(() => signal(value), []);

/** Reads something, and calls once when one of the signals changes that it has read. `stop` no longer wants to hear. */
export const readOnce = <Value>(
  read: () => Value,
  onChange: () => void,
): { readonly value: Value; readonly stop: () => void } => {
  const all = new Set<Set<Redraw>>();
  const stop = (): void => all.forEach((readers) => readers.delete(changed));
  const changed = (): void => {
    stop();
    onChange();
  };
  const outer = note;
  note = (readers) => void all.add(readers.add(changed));
  try {
    return { value: read(), stop };
  } finally {
    note = outer;
  }
};

type Draw = (props: object) => VNode | null;

const tracked = new WeakMap<Draw, ComponentType>();

const track = (draw: Draw): ComponentType =>
  class extends Component {
    #stop: (() => void) | undefined;
    readonly #slots: Slots = [];

    render(props: object): VNode | null {
      // What was read the last time may be of no interest now.
      this.#stop?.();
      drawWith(this.#slots);
      const { value, stop } = readOnce(
        () => draw(props),
        () => this.setState({}),
      );
      this.#stop = stop;
      return value;
    }

    override componentDidMount(): void {
      // The browser paints first.
      setTimeout(() => runEffects(this.#slots));
    }

    override componentDidUpdate(): void {
      this.componentDidMount();
    }

    override componentWillUnmount(): void {
      this.#stop?.();
      endEffects(this.#slots);
    }
  };

/** The component as one that is drawn anew when a signal changes that it reads. */
export const withSignals = (type: ComponentType): ComponentType => {
  const draw = type as Draw;
  const known = tracked.get(draw) ?? track(draw);
  tracked.set(draw, known);
  return known;
};
