import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { Icon } from './icons.tsx';

/** In a short window all of the frame scrolls: what comes begins at its top, too. */
const toTop = (panel: HTMLElement | null): void => panel?.parentElement?.scrollTo(0, 0);

/**
 * Tabs after the ARIA Authoring Practices: arrows move, Home and End jump, one tab stop. They stand first for who goes
 * by keyboard, and are drawn at the bottom, where a thumb reaches them.
 */
export const Tabs = <Id extends string>(props: {
  items: readonly { id: Id; label: string; icon: string }[];
  selected: Id;
  /** What is shown: another panel begins at its top. */
  panel: string;
  labelledBy: string;
  onSelect: (id: Id) => void;
  children: ComponentChildren;
}): JSX.Element => {
  const { items, selected, onSelect } = props;
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const at = items.findIndex((item) => item.id === selected);
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: items.length - 1,
    };
    const to = steps[event.key];
    const item = to === undefined ? undefined : items[(to + items.length) % items.length];
    if (item === undefined) return;
    event.preventDefault();
    onSelect(item.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${item.id}`)?.focus();
  };
  return (
    <>
      <div role="tablist" part="tabs" onKeyDown={move}>
        {items.map(({ id, label, icon }) => (
          <button
            key={id}
            role="tab"
            part="tab"
            id={`tab-${id}`}
            aria-selected={id === selected}
            aria-controls="tabpanel"
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            <span>
              <Icon d={icon} />
            </span>
            {label}
          </button>
        ))}
      </div>
      <div
        key={props.panel}
        ref={toTop}
        role="tabpanel"
        id="tabpanel"
        aria-labelledby={props.labelledBy}
        tabIndex={0}
      >
        {props.children}
      </div>
    </>
  );
};
