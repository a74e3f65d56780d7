import type { MyInsightMail } from '@okaeri/shared/changes';
import type { MyInsightMailInput } from '@okaeri/shared/insight-settings';
import { api } from '../app/session.ts';
import { request, requestWithEtag } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** What whoever is signed in asked to be told. */
export const createMyMail = (): Resource<MyInsightMail> =>
  createResource(() => request(api().insights.mine.$get()));

/** Saves it; how often reports are made is a setting of the whole shop, and stays where nothing else was chosen. */
export const saveMyMail = async (
  known: MyInsightMail,
  { wanted, every }: { wanted: MyInsightMailInput; every: MyInsightMail['every'] },
): Promise<MyInsightMail> => {
  if (every !== known.every) {
    const { insights } = api();
    const { body: document, etag } = await requestWithEtag(insights.settings.$get());
    const json = { ...document, report: { ...document.report, every } };
    await requestWithEtag(insights.settings.$put({ json }, { headers: { 'If-Match': etag } }));
  }
  return request(api().insights.mine.$put({ json: wanted }));
};
