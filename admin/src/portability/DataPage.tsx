import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Download } from 'lucide';
import { saveFile } from '../app/save-file.ts';
import { here, shop } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { formatBytes } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';

/** How much of the file has come; null while none is fetched. It goes on while other pages are looked at. */
const fetched = signal<number | null>(null);

const takeOut = async (): Promise<void> => {
  fetched.value = 0;
  const day = new Date().toISOString().slice(0, 10);
  await saveFile('/shop/export', `${shop.value?.name ?? 'shop'}-${day}.ndjson`, (count) => {
    fetched.value = count;
  });
  fetched.value = null;
};

/** What can be carried away, and brought. */
export const DataPage = (): JSX.Element => {
  const w = words().data;
  const count = fetched.value;
  return (
    <Page title={words().pages.data} text={w.text}>
      <section>
        <h2>{w.whole}</h2>
        <p class="quiet">{w.wholeText}</p>
        <div class="row">
          <Button
            kind="primary"
            icon={Download}
            busy={count !== null}
            onClick={() => void takeOut()}
          >
            {w.take}
          </Button>
          <span aria-live="polite" class="quiet">
            {count === null ? '' : w.soFar(formatBytes(count))}
          </span>
        </div>
        <p class="quiet small">{w.restore}</p>
      </section>
      <section>
        <h2>{w.parts}</h2>
        <ul class="plain-list">
          <li>
            <a href={here('/reviews')}>{w.reviews}</a>
          </li>
          <li>
            <a href={here('/reviews/imports')}>{w.bringReviews}</a>
          </li>
          <li>
            <a href={here('/settings/privacy')}>{w.person}</a>
          </li>
          <li>
            <a href={here('/program/text')}>{w.program}</a>
          </li>
        </ul>
      </section>
    </Page>
  );
};
