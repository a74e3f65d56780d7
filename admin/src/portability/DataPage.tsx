import type { JSX } from 'preact';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { shopPath, shop } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';

/** What can be exported and imported. */
export const DataPage = (): JSX.Element => {
  const w = messages().data;
  return (
    <Page crumbs={settingsCrumb()} title={messages().data.title} text={w.text}>
      <section>
        <h2>{w.whole}</h2>
        <p class="quiet">{w.wholeText}</p>
        <div class="row">
          <DownloadButton kind="primary" path="/shop/export" name={fileName()}>
            {w.take}
          </DownloadButton>
        </div>
        <p class="quiet small">
          {w.restore} <code>okaeri import shop FILE</code>
        </p>
      </section>
      <section>
        <h2>{w.parts}</h2>
        <ul class="rows">
          <li>
            <a href={shopPath('/reviews')}>{w.reviews}</a>
          </li>
          <li>
            <a href={shopPath('/reviews/imports')}>{w.bringReviews}</a>
          </li>
          <li>
            <a href={shopPath('/settings/members')}>{w.bringMembers}</a>
          </li>
          <li>
            <a href={shopPath('/settings/requests')}>{w.person}</a>
          </li>
          <li>
            <a href={shopPath('/program/text')}>{w.program}</a>
          </li>
        </ul>
      </section>
    </Page>
  );
};

function fileName(): string {
  return `${shop.value?.name ?? 'shop'}-${new Date().toISOString().slice(0, 10)}.ndjson`;
}
