import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './Icon.tsx';

interface Props extends Omit<ButtonHTMLAttributes, 'icon' | 'type'> {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconNode;
  /** Something is under way: the button stays where it is, and is not pressed twice. */
  busy?: boolean;
  /** Why it cannot be pressed. It stays reachable, so that the reason can be read. */
  blocked?: string | false | undefined;
  type?: 'button' | 'submit';
  children?: ComponentChildren;
}

/** A button. */
export const Button = (props: Props): JSX.Element => {
  const { kind = 'plain', icon, busy = false, blocked = false, onClick, children, ...rest } = props;
  const isStopped = busy || Boolean(blocked);
  return (
    <button
      type="button"
      {...rest}
      class={`button ${kind}`}
      aria-disabled={isStopped ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      title={blocked === false ? rest.title : blocked}
      onClick={(event) => {
        if (isStopped) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
};
