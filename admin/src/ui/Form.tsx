import type { ComponentChildren, JSX } from 'preact';

interface Props {
  class?: string;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form that is sent by code: the browser leaves the page where it is. */
export const Form = (props: Props): JSX.Element => (
  <form
    class={props.class}
    onSubmit={(event) => {
      event.preventDefault();
      // What a dialog in front of it sends rises up to here, too.
      if (event.target === event.currentTarget) props.onSubmit();
    }}
  >
    {props.children}
  </form>
);
