import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../i18n/messages.ts';
import { BackIcon } from '../ui/panel-icons.tsx';
import type { AppModel } from './model.ts';

/** A page behind the home, with the way back; the focus goes with the reader. */
export const SubPage = (props: {
  model: AppModel;
  title: MessageKey;
  children: ComponentChildren;
}): JSX.Element => {
  const { model, title } = props;
  const { say } = model.words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="page">
      <div class="page-bar">
        <button
          type="button"
          class="close"
          aria-label={say('back')}
          onClick={() => {
            model.page.value = 'home';
          }}
        >
          <BackIcon />
        </button>
        <h3 id="page-title" ref={heading} tabIndex={-1}>
          {say(title)}
        </h3>
      </div>
      <div class="scroll" role="region" aria-labelledby="page-title" tabIndex={0}>
        {props.children}
      </div>
    </div>
  );
};
