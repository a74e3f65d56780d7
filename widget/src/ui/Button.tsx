import type { ComponentChildren, JSX } from 'preact';

/** A button that says when it is at work, and cannot be pressed twice meanwhile. */
export const Button = (props: {
  children: ComponentChildren;
  onClick: () => void;
  busy?: boolean;
  quiet?: boolean;
  danger?: boolean;
  label?: string;
}): JSX.Element => (
  <button
    type="button"
    part={props.quiet ? 'button-quiet' : 'button'}
    class={`button${props.quiet ? ' quiet' : ''}${props.danger ? ' danger' : ''}`}
    aria-disabled={props.busy}
    aria-busy={props.busy}
    aria-label={props.label}
    onClick={() => {
      if (!props.busy) props.onClick();
    }}
  >
    {props.children}
  </button>
);
