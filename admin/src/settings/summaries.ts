import { request } from '../lib/request.ts';
import { api } from '../app/session.ts';
import { formatAgo, formatDay, formatList } from '../lib/format.ts';
import { messages } from '../i18n/messages.ts';
import { languageName } from '../lib/widget-languages.ts';

/** How something among the settings stands, in a few words. */
export interface Summary {
  readonly text: string;
  /** Somebody has to look. */
  readonly isBad?: boolean;
}

/** What is asked for the row of each page; of the others what they are for is said. */
export const SUMMARIES: Readonly<Record<string, () => Promise<Summary | null>>> = {
  languages: async () => {
    const { languages } = await request(api().reviews.settings.$get());
    return languages.length === 0 ? null : { text: formatList(languages.map(languageName)) };
  },
  team: async () => {
    const [people, invited] = await Promise.all([
      request(api().team.$get()),
      request(api().team.invitations.$get()),
    ]);
    return { text: messages().settings.people(people.items.length, invited.items.length) };
  },
  store: async () => {
    const { settings: w, integrations } = messages();
    const found = await request(api().integrations.connection.$get());
    if (found === null) return { text: w.notConnected };
    const platform = integrations.platforms[found.platform];
    return found.state === 'connected'
      ? { text: w.connected(platform) }
      : { text: w.uninstalled(platform), isBad: true };
  },
  webhooks: async () => {
    const { items } = await request(api().webhooks.$get());
    const failing = items.filter(
      ({ failingSince, disabledBy }) =>
        failingSince !== null || disabledBy === 'failing' || disabledBy === 'gone',
    ).length;
    return { text: messages().settings.endpoints(items.length, failing), isBad: failing > 0 };
  },
  keys: async () => {
    const { items } = await request(api().keys.$get());
    const used = items
      .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
      .toSorted()
      .at(-1);
    const ago = used === undefined ? null : formatAgo(used, Date.now());
    return { text: messages().settings.keys(items.length, ago) };
  },
  sender: async () => {
    const { from } = await request(api().mail.$get());
    return from === null ? { text: messages().settings.noSender, isBad: true } : { text: from };
  },
  limits: async () => {
    const { daysBetween, perMonth, quietHours } = await request(api().contacts.settings.$get());
    const { from, to } = quietHours;
    const quiet = from === to ? null : `${hourOf(from)}–${hourOf(to)}`;
    return { text: messages().settings.contacts(daysBetween, perMonth, quiet) };
  },
  members: async () => {
    const [last] = (await request(api().balances.imports.$get({ query: {} }))).items;
    return last === undefined
      ? null
      : { text: messages().settings.lastImport(last.rows, formatDay(last.createdAt)) };
  },
  deletion: async () => {
    const found = await request(api().privacy.settings.$get());
    const { forgetGuestsAfterDays, forgetMembersAfterDays } = found;
    return { text: messages().settings.forgets(forgetGuestsAfterDays, forgetMembersAfterDays) };
  },
};

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
