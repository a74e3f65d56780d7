import { signal } from '@preact/signals';
import type { Case, CaseDetail, CaseEntryInput, CaseInput } from '@okaeri/shared/cases';
import { loadOverview, overview } from '../app/overview.ts';
import { api } from '../app/session.ts';
import { createAttempt } from '../lib/attempt.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';

/** What of the shop's cases is looked at. */
export const VIEWS = ['mine', 'open', 'overdue', 'resolved', 'all'] as const;
export type CaseView = (typeof VIEWS)[number];

const QUERIES = {
  mine: { state: 'open,waiting', owner: 'me' },
  open: { state: 'open,waiting' },
  overdue: { overdue: 'true' },
  resolved: { state: 'resolved' },
  all: {},
} as const;

/** Which view is open: it stays while one goes from case to case. */
export const view = signal<CaseView>('open');

/** The cases of a view, and everything around them. */
export const createInbox = (of: CaseView) => {
  const pages = createPagedList<Case>((cursor) =>
    request(api().cases.$get({ query: { ...QUERIES[of], ...cursor } })),
  );
  const attempt = createAttempt();
  const desk = createResource(() => request(api().cases.desk.$get()));
  const figures = createResource(() => request(api().cases.figures.$get()));
  const settings = createResource(() => request(api().cases.settings.$get()));
  const nameOf = (userId: string | null): string | null =>
    desk.value.value?.people.find((one) => one.userId === userId)?.name ?? null;
  return {
    view: of,
    ...pages,
    desk,
    figures,
    settings,
    nameOf,
    async loadAll() {
      await Promise.all([pages.load(), desk.load(), figures.load(), settings.load()]);
    },
    /** Opens a case by hand; gives it where that went well. */
    open: (json: CaseInput, said: string): Promise<CaseDetail | undefined> =>
      runAction(
        () => attempt(json, (key) => request(api().cases.$post({ json }, { headers: keyed(key) }))),
        said,
      ),
  };
};
export type Inbox = ReturnType<typeof createInbox>;

/** One case, and what is done about it. */
export const createCase = (caseId: string, inbox: Inbox) => {
  const param = { caseId };
  const resource = createResource(() => request(api().cases[':caseId'].$get({ param })));
  const isBusy = signal(false);
  const attempt = createAttempt();
  /** Writes entries one after the other, until one is refused. */
  const write = async (
    said: string | ((done: CaseDetail) => string),
    ...entries: CaseEntryInput[]
  ): Promise<boolean> => {
    if (isBusy.value) return false;
    isBusy.value = true;
    const route = api().cases[':caseId'].entries;
    const done = await runAction(async () => {
      let last: CaseDetail | undefined;
      for (const json of entries)
        last = await attempt(json, (key) =>
          request(route.$post({ param, json }, { headers: keyed(key) })),
        );
      return last;
    });
    isBusy.value = false;
    if (done === undefined) {
      // The first of two may have been taken.
      if (entries.length > 1) void resource.load();
      return false;
    }
    showToast('done', typeof said === 'string' ? said : said(done));
    resource.set(done);
    inbox.change((all) => all.map((one) => (one.id === done.id ? done : one)));
    void inbox.desk.load();
    void loadOverview();
    return true;
  };
  return { ...resource, isBusy, write };
};
export type OpenCase = ReturnType<typeof createCase>;

/** What time it is in the shop: a sandbox has a clock of its own. */
export const shopNow = (): number =>
  overview.value === null ? Date.now() : Date.parse(overview.value.now);

function keyed(key: string) {
  return { 'Idempotency-Key': key };
}
