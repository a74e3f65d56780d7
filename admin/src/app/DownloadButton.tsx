import { signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { Download } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { formatBytes } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from './save-file.ts';
import { shopId } from './session.ts';

/** Files on their way, and how much of each has come. They belong to no page: leaving one stops none. */
const going = signal<ReadonlyMap<string, number>>(new Map());

/** Fetches a file of the shop, and says how far it has come. */
export const DownloadButton = (props: {
  /** Below `/v1`. */
  path: string;
  name: string;
  kind?: 'primary' | 'plain' | 'quiet';
  children: ComponentChildren;
}): JSX.Element => {
  const { path, name, kind = 'plain', children } = props;
  const key = `${shopId.value ?? ''} ${path}`;
  const count = going.value.get(key);
  const fetchFile = async (): Promise<void> => {
    note(key, 0);
    await saveFile(path, name, (bytes) => note(key, bytes));
    note(key, null);
  };
  return (
    <>
      <Button
        kind={kind}
        icon={Download}
        busy={count !== undefined}
        onClick={() => void fetchFile()}
      >
        {children}
      </Button>
      <span aria-live="polite" class="quiet small">
        {count === undefined ? '' : messages().app.soFar(formatBytes(count))}
      </span>
    </>
  );
};

function note(key: string, count: number | null): void {
  const next = new Map(going.peek());
  if (count === null) next.delete(key);
  else next.set(key, count);
  going.value = next;
}
