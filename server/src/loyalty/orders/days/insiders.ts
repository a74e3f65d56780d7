import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { selectTagged } from './queries.ts';

/**
 * Who belongs to the shop: few, so they are remembered while everybody else is walked by. Those who were erased are
 * among them: their tags of the house stay, so that nobody begins to count by being erased (E9, E12).
 */
export const insidersOf = async (
  store: Store,
  { shopId, insiderTags }: { readonly shopId: string; readonly insiderTags: readonly string[] },
): Promise<ReadonlySet<string>> => {
  const insiders = new Set<string>();
  if (insiderTags.length === 0) return insiders;
  for (let afterId = ''; ;) {
    const page = await store.read((tx) =>
      tx.run(selectTagged, { shopId, afterId, limit: WALK_PAGE }),
    );
    for (const { id, tags } of page)
      if (tags.some((tag) => insiderTags.includes(tag))) insiders.add(id);
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return insiders;
    afterId = last.id;
  }
};
