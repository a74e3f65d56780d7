/*
 * What a component keeps from one drawing to the next. Ours, as its signals are: of all that a library of hooks can
 * do the widget uses this much, and every first opening paid half a kilobyte for the rest; see decision 017.
 */

/** What an effect begins; what it answers ends it. */
type Effect = () => (() => void) | void;

/** What something depends on; without, it changes with every drawing. */
type Deps = readonly unknown[] | undefined;

/** One call of a hook in a component. */
interface Slot {
  deps: Deps;
  /** Whether one of `deps` has just changed. */
  isNew?: boolean;
  value?: unknown;
  /** To be begun once what was drawn is in the page. */
  begin?: Effect | undefined;
  end?: (() => void) | void;
}

/** What one component on the page has called, in its order. */
export type Slots = Slot[];

let slots: Slots = [];
let next = 0;

/** From here on, hooks are those of the component that is drawn. */
export const drawWith = (own: Slots): void => {
  slots = own;
  next = 0;
};

/** Begins what has changed, in its order. */
export const runEffects = (own: Slots): void => {
  for (const slot of own) {
    const { begin } = slot;
    if (!begin) continue;
    slot.begin = undefined;
    slot.end?.();
    slot.end = begin();
  }
};

/** The component is gone. */
export const endEffects = (own: Slots): void => {
  for (const slot of own) {
    slot.begin = undefined;
    slot.end?.();
  }
};

/** Does something once the component is in the page, and again when one of `deps` has changed, or each time without. */
export const useEffect = (begin: Effect, deps?: Deps): void => {
  const slot = slotOf(deps, () => undefined);
  if (slot.isNew) slot.begin = begin;
};

/** What is made once, and again when one of `deps` has changed. */
export const useMemo = <Value>(make: () => Value, deps: readonly unknown[]): Value =>
  // One call of a hook in a component is always the same one: what it holds is what it made.
  slotOf(deps, make).value as Value;

/** A place for something that nothing is drawn from, such as an element of the page. */
export const useRef = <Value>(first: Value): { current: Value } =>
  useMemo(() => ({ current: first }), []);

function slotOf(deps: Deps, make: () => unknown): Slot {
  const known = slots[next];
  const isNew = !known || !deps || deps.some((one, at) => !Object.is(one, known.deps?.[at]));
  const slot = known ?? { deps };
  slots[next] = slot;
  next += 1;
  slot.isNew = isNew;
  if (isNew) {
    slot.deps = deps;
    slot.value = make();
  }
  return slot;
}
