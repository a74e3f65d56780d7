import type { ComponentChildren, JSX } from 'preact';
import { Lock, type IconNode } from 'lucide';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import type { ApiError } from '../lib/request.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Where there is nothing: what that means, and what could be done next. */
export const Empty = (props: {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
}): JSX.Element => (
  <div class="empty">
    <span class="empty-icon">
      <Icon of={props.icon} size={28} />
    </span>
    <p class="empty-title">{props.title}</p>
    <div class="empty-text">{props.children}</div>
  </div>
);

/** Something could not be asked. */
export const Fault = (props: { fault: ApiError; onRetry: () => void }): JSX.Element => (
  <div class="note failed" role="alert">
    <p>{faultText(props.fault)}</p>
    <Button onClick={props.onRetry}>{messages().app.retry}</Button>
  </div>
);

/** What somebody may not see: which roles may, and whom to ask. */
export const NotAllowed = (props: { title: string; children: ComponentChildren }): JSX.Element => (
  <div class="note state">
    <Icon of={Lock} size={16} />
    <p class="grow">
      <strong>{props.title}</strong> {props.children}
    </p>
  </div>
);

/** Lines where something will stand. */
export const Skeleton = ({ lines = 3 }: { lines?: number }): JSX.Element => (
  <div class="skeleton" role="status">
    <span class="hidden">{messages().app.loading}</span>
    {Array.from({ length: lines }, (_, i) => (
      <span key={i} class="bar" />
    ))}
  </div>
);
