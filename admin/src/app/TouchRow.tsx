import type { ComponentChildren, JSX } from 'preact';
import type { TouchLine } from '@okaeri/shared/affairs';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { laterOf, whyOf } from './say-touch.ts';
import { TouchSubject } from './TouchSubject.tsx';

const LOOKS = { sent: 'good', shown: 'good', held: '', dropped: 'warn', planned: '' } as const;

/** One touch: what and to whom, what was decided, and why in a sentence. */
export const TouchRow = (props: { touch: TouchLine; who?: ComponentChildren }): JSX.Element => {
  const { touch, who } = props;
  const w = messages().contacts;
  const decision = touch.decision ?? 'planned';
  const at = touch.decidedAt ?? touch.plannedAt;
  return (
    <div class="grow">
      <p class="badges">
        {who !== undefined && <>{who} · </>}
        <strong>{w.kinds[touch.kind]}</strong>{' '}
        <span class="badge">{w.channels[touch.channel]}</span>{' '}
        <span class={`badge ${LOOKS[decision]}`}>{w.decisions[decision]}</span>
      </p>
      <p>{[whyOf(touch), ...laterOf(touch)].join(' ')}</p>
      <p class="quiet small">
        <time dateTime={at}>{formatTime(at)}</time>
        <TouchSubject of={touch} />
      </p>
    </div>
  );
};
