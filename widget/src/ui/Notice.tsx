import type { JSX } from 'preact';
import { Button } from './Button.tsx';

/** What stands where there is nothing to show: waiting, empty, or failed with a way on. */
export const Notice = (props: {
  text: string;
  busy?: boolean;
  action?: string | undefined;
  onAction?: () => void;
}): JSX.Element => (
  <div class="notice" aria-busy={props.busy}>
    {props.busy ? (
      <>
        <span class="skeleton" />
        <span class="skeleton" />
        <span class="aloud">{props.text}</span>
      </>
    ) : (
      <p role={props.action ? 'alert' : undefined}>{props.text}</p>
    )}
    {props.action && props.onAction && (
      <Button quiet onClick={props.onAction}>
        {props.action}
      </Button>
    )}
  </div>
);
