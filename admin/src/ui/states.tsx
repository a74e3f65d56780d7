import type { ComponentChildren, JSX } from 'preact';
import { Clock, Lock, Search, TriangleAlert, type IconNode } from 'lucide';
import { referenceIn } from './reference-rules.ts';
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
      <Icon of={props.icon} size={20} />
    </span>
    <p class="empty-title">{props.title}</p>
    <div class="empty-text">{props.children}</div>
  </div>
);

/** Nothing is like what was asked for: it is said again, with the way back to everything. */
export const NothingFound = (props: {
  asked: string;
  /** What could be asked instead. */
  children?: ComponentChildren;
  onClear?: () => void;
}): JSX.Element => {
  const w = messages().states;
  return (
    <Empty icon={Search} title={w.noMatch(props.asked)}>
      {props.children}
      {props.onClear && <Button onClick={props.onClear}>{w.clear}</Button>}
    </Empty>
  );
};

/** Something could not be asked: what, why, and under which name the server has noted it. */
export const Fault = (props: {
  fault: ApiError;
  /** What could not be loaded. */
  what?: string;
  onRetry: () => void;
}): JSX.Element => {
  const { fault, what, onRetry } = props;
  const w = messages();
  const reference = referenceIn(fault.message);
  return (
    <div class="note state failed" role="alert">
      <Icon of={TriangleAlert} size={16} />
      <p class="grow">
        {what !== undefined && <strong>{w.states.notLoaded(what)} </strong>}
        {faultText(fault)}
        {reference !== undefined && (
          <>
            {' '}
            {w.states.reference} <code>{reference}</code>
          </>
        )}
      </p>
      <Button onClick={onRetry}>{w.app.retry}</Button>
    </div>
  );
};

/** Figures of before stand there while a new answer is awaited, or where none came. */
export const Stale = ({ at, onRetry }: { at: string; onRetry: () => void }): JSX.Element => {
  const w = messages();
  return (
    <div class="note state late" role="status">
      <Icon of={Clock} size={16} />
      <p class="grow">
        <strong>{w.states.from(at)}</strong> {w.states.notUpdated}
      </p>
      <Button onClick={onRetry}>{w.app.retry}</Button>
    </div>
  );
};

/** What stays in its place while it is asked anew. */
export const Dimmed = (props: { isLoading: boolean; children: ComponentChildren }): JSX.Element => (
  <div class={props.isLoading ? 'dimmed is-loading' : 'dimmed'} aria-busy={props.isLoading}>
    {props.children}
  </div>
);

/** Too few stand behind a figure: how many there are, of how many. */
export const NotEnough = (props: {
  has: number;
  needed: number;
  /** What is counted, where it is not people. */
  of?: 'orders';
}): JSX.Element => {
  const { has, needed, of = 'people' } = props;
  const w = messages().states;
  const text = w.needed[of](has, needed);
  return (
    <span class="not-enough">
      <strong>{w.notEnough}</strong>
      <progress max={needed} value={has} aria-label={text} />
      <span class="quiet small">{text}</span>
    </span>
  );
};

/** What somebody may not see: which roles may, and whom to ask. */
export const NotAllowed = (props: { title: string; children: ComponentChildren }): JSX.Element => (
  <div class="note state">
    <Icon of={Lock} size={16} />
    <p class="grow">
      <strong>{props.title}</strong> {props.children}
    </p>
  </div>
);

/** The shape of the rows that will stand there, once it has taken a while. */
export const Skeleton = ({ lines = 3 }: { lines?: number }): JSX.Element => (
  <div class="skeleton" role="status">
    <span class="hidden">{messages().app.loading}</span>
    {Array.from({ length: lines }, (_, i) => (
      <span key={i} class="bar" />
    ))}
  </div>
);
