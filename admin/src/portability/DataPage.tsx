import type { JSX } from 'preact';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { here, shop } from '../app/session.ts';
import { words } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';

const fileName = (): string =>
  `${shop.value?.name ?? 'shop'}-${new Date().toISOString().slice(0, 10)}.ndjson`;

/** What can be carried away, and brought. */
export const DataPage = (): JSX.Element => {
  const w = words().data;
  return (
    <Page title={words().pages.data} text={w.text}>
      <section>
        <h2>{w.whole}</h2>
        <p class="quiet">{w.wholeText}</p>
        <div class="row">
          <DownloadButton kind="primary" path="/shop/export" name={fileName()}>
            {w.take}
          </DownloadButton>
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
            <a href={here('/settings/members')}>{w.bringMembers}</a>
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
