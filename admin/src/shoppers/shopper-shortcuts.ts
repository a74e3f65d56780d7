import { useEffect } from 'preact/hooks';
import { may } from '../app/session.ts';
import { isFreeKey } from '../lib/free-keys.ts';
import type { OpenDialog, ShopperModel } from './shopper-model.ts';

const ASKED: ReadonlyMap<string, OpenDialog> = new Map([
  ['a', 'adjust'],
  ['r', 'reward'],
]);

/** A shopper's page by keyboard: A adjusts points, R gives a reward. A guest has neither. */
export const useShopperKeys = (model: ShopperModel): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const asked = ASKED.get(event.key.toLowerCase());
      if (asked === undefined || !isFreeKey(event)) return;
      if (model.kind === 'guests' || model.shown.peek() === undefined || !may('serve')) return;
      event.preventDefault();
      model.asking.value = asked;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [model]);
