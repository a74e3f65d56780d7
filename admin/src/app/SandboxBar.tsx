import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { Clock } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { overview } from './overview.ts';
import { may, shop } from './session.ts';

/** Over every page of a sandbox shop: what time it is there, and the way to move it. */
export const SandboxBar = (): JSX.Element | null => {
  const dialog = useSignal<ComponentType<{ onClose: () => void }> | null>(null);
  if (shop.value?.sandbox !== true) return null;
  const w = messages().sandbox;
  const now = overview.value?.now;
  const open = async (): Promise<void> => {
    dialog.value = (await import('./MoveClock.tsx')).MoveClock;
  };
  const MoveClock = dialog.value;
  return (
    <div class="note state sandbox-bar" role="status">
      <Icon of={Clock} size={16} />
      <p class="grow">
        <strong>{w.title}</strong> {now !== undefined && w.clock(formatTime(now))}{' '}
        {may('run') && (
          <button type="button" class="link" onClick={() => void open()}>
            {w.move}
          </button>
        )}
      </p>
      {MoveClock && <MoveClock onClose={() => (dialog.value = null)} />}
    </div>
  );
};
