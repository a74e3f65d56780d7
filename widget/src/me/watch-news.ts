import { getItem, setItem } from '@okaeri/client/device';
import { toJson } from '@okaeri/client/to-json';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { happeningsOf, isKnown, toldOf, type Told } from '../lib/happening-rules.ts';
import { countUp } from '../lib/count-up.ts';
import { textOf } from './news-words.ts';

/** What the shopper was told last when the panel was open, kept from one visit to the next where the page lets us. */
const createMemory = (shop: string) => {
  const name = `met:${shop}`;
  let last: Told | null = null;
  try {
    last = JSON.parse(getItem(name) ?? 'null');
  } catch {
    // Not ours: then nothing is known of before, and nothing is news.
  }
  return {
    get: () => last,
    set(next: Told): void {
      last = next;
      setItem(name, toJson(next));
    },
  };
};

/** Lets the number and the ring come from where they were. */
const moveFrom = (root: ShadowRoot, model: AppModel, before: Told, me: Me): void => {
  const number = root.querySelector('.balance strong')?.firstChild;
  const { available } = me.balance;
  if (number instanceof Text)
    countUp(before.available, available, (value) => {
      number.data = model.words.count(value);
    });
  const ring = root.querySelector<SVGElement>('.full');
  const now = Number.parseFloat(ring?.getAttribute('stroke-dasharray') ?? '');
  if (ring === null || Number.isNaN(now) || available <= 0) return;
  ring.style.transition = 'none';
  ring.style.strokeDasharray = `${(now * before.available) / available} 100`;
  // Drawn once as it was, so that it moves from there.
  ring.getBoundingClientRect();
  ring.style.removeProperty('transition');
  ring.style.removeProperty('stroke-dasharray');
};

const createWatch = (
  model: AppModel,
  root: ShadowRoot,
): { begin: () => void; stop: () => void } => {
  const memory = createMemory(model.snippet.shop);
  const look = (isFirst: boolean): void => {
    const { me, program } = model.state.value;
    if (me === null || program === null || !model.isOpen()) return;
    const before = memory.get();
    if (isKnown(before, me)) return;
    memory.set(toldOf(me, before));
    const found = happeningsOf(
      before,
      me,
      program.tiers.map(({ id }) => id),
    );
    if (before === null || found.length === 0) return;
    model.news.value = [...model.news.value, ...found];
    if (found.some(({ name }) => name === 'earn')) moveFrom(root, model, before, me);
    // What the launcher has said is not said again.
    const arrived = getItem(`arrived:${model.snippet.shop}`) ?? '';
    const unsaid = found.filter(
      ({ name }) => !(isFirst && name === 'earn' && arrived > before.asOf),
    );
    model.announcement.value = unsaid.map((one) => textOf(model, one)).join('. ');
  };
  const stop = model.session.subscribe(() => look(false));
  return {
    begin: () => look(true),
    stop,
  };
};

const watches = new WeakMap<AppModel, ReturnType<typeof createWatch>>();

/**
 * Finds what has happened since the shopper last had the panel open, now and as long as it is open.
 *
 * @param root where the panel is drawn, whose number counts up
 */
export const watchNews = async (model: AppModel, root: ShadowRoot): Promise<void> => {
  await model.words.load('more');
  let watch = watches.get(model);
  if (watch === undefined) {
    watch = createWatch(model, root);
    watches.set(model, watch);
    model.onStop(watch.stop);
  }
  watch.begin();
};
