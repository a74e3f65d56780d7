import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ChevronRight } from 'lucide';
import { isKeyOf } from '@okaeri/shared/records';
import { isSetUp } from '../app/overview.ts';
import type { MenuPage, SettingsGroup } from '../app/page-types.ts';
import { may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { createResource } from '../lib/resource.ts';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import './settings.css';
import { SUMMARIES } from './summaries.ts';

const GROUPS: readonly SettingsGroup[] = ['shop', 'connections', 'messages', 'data', 'log', 'you'];

/**
 * Everything that is set once, in six groups.
 *
 * @param props.pages the pages to which it leads
 */
export const SettingsPage = ({ pages }: { pages: readonly MenuPage[] }): JSX.Element => {
  const w = messages();
  return (
    <Page title={w.app.settings} wide>
      <nav class="settings" aria-label={w.app.settings}>
        {GROUPS.map((group) => (
          <Group
            key={group}
            name={messages().settings.groups[group]}
            pages={pages.filter((page) => groupOf(page) === group && may(page.ability))}
          />
        ))}
      </nav>
    </Page>
  );
};

/** What was in the menu until it had done its part is one of these. */
function groupOf({ group, groupLater }: MenuPage): MenuPage['group'] {
  return groupLater !== undefined && isSetUp() ? groupLater : group;
}

function Group(props: { name: string; pages: readonly MenuPage[] }): JSX.Element | null {
  const { name, pages } = props;
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <ul class="rows">
        {pages.map((page) => (
          <Row key={page.path} page={page} />
        ))}
      </ul>
    </section>
  );
}

function Row({ page }: { page: MenuPage }): JSX.Element {
  const w = messages();
  const name = page.path.slice(page.path.lastIndexOf('/') + 1);
  const known = useMemo(() => createResource(SUMMARIES[name] ?? (async () => null)), [name]);
  useEffect(() => void known.load(), [known]);
  const { about } = w.settings;
  const summary = known.value.value;
  return (
    <li>
      <a href={shopPath(page.path)}>
        <span class="grow">
          <strong>{page.title(w)}</strong>
          <span class={summary?.isBad === true ? 'bad small' : 'quiet small'}>
            {summary?.text ?? (isKeyOf(about, name) ? about[name] : '')}
          </span>
        </span>
        <Icon of={ChevronRight} size={16} />
      </a>
    </li>
  );
}
