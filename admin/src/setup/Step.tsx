import type { ComponentChildren, JSX } from 'preact';
import { Check } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

/** One step of the set-up: whether it is done, what it is, and, where it is open, its form. */
export const Step = (props: {
  number: number;
  title: string;
  text: string;
  isDone: boolean;
  action: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element => {
  const { number, title, text, isDone, action, children } = props;
  return (
    <li class={isDone ? 'step done' : 'step'}>
      <span class="step-number" aria-hidden="true">
        {isDone ? <Icon of={Check} size={14} /> : number}
      </span>
      <div class="grow">
        <h2>
          {title}
          {isDone && <span class="hidden"> ({messages().setup.done})</span>}
        </h2>
        <p class="quiet small">{text}</p>
      </div>
      {action}
      {children && <div class="step-body">{children}</div>}
    </li>
  );
};
