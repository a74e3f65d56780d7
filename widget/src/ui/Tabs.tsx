import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';

/** Tabs after the ARIA Authoring Practices: arrows move, Home and End jump, one tab stop. */
export const Tabs = <Id extends string>(props: {
  items: readonly { id: Id; label: string }[];
  selected: Id;
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
        {items.map(({ id, label }) => (
          <button
            key={id}
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === selected}
            aria-controls="tabpanel"
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tabpanel" aria-labelledby={`tab-${selected}`} tabIndex={-1}>
        {props.children}
      </div>
    </>
  );
};
