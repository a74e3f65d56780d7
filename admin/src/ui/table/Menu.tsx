import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import './table.css';

/** A button below which more opens. It closes by Escape, by a press elsewhere, and, where that is said, by a choice. */
export const Menu = (props: {
  label: ComponentChildren;
  kind?: 'plain' | 'quiet';
  /** Whether something that is chosen in it ends it. */
  closes?: boolean;
  children: ComponentChildren;
}): JSX.Element => {
  const { label, kind = 'plain', closes = false, children } = props;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (): void => details.current?.removeAttribute('open');
    const onPress = ({ target }: Event): void => {
      if (target instanceof Node && details.current?.contains(target) !== true) close();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || details.current?.open !== true) return;
      close();
      details.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details ref={details} class="table-menu">
      <summary class={`button ${kind}`}>{label}</summary>
      <div
        class={closes ? 'table-menu-body acts' : 'table-menu-body'}
        onClick={() => closes && details.current?.removeAttribute('open')}
      >
        {children}
      </div>
    </details>
  );
};
