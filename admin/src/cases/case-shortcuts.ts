import { isFreeKey } from '../lib/free-keys.ts';

/** What keys are about: the cases of the list, and the one that is open. */
interface Shown {
  readonly ids: readonly string[];
  readonly current: string;
  readonly go: (id: string) => void;
}

/** The inbox by keyboard: J and K go, Enter opens, R replies, A assigns, E resolves; single keys rest while typing. */
export const onCaseKey = (event: KeyboardEvent, { ids, current, go }: Shown): void => {
  if (!isFreeKey(event)) return;
  const at = ids.indexOf(current);
  const step = (by: number): void => {
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) go(next);
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    r: () => focusOn('[data-case-reply]'),
    a: () => focusOn('[data-case-owner] select'),
    e: () => press('[data-case-resolve]'),
  };
  const act = acts[event.key.toLowerCase()];
  if (act !== undefined) {
    event.preventDefault();
    act();
    return;
  }
  // A link or a button that has the focus does what it does.
  if (event.key === 'Enter' && event.target === document.body && current !== '') {
    event.preventDefault();
    go(current);
    focusOn('[data-case-head]');
  }
};

function focusOn(what: string): void {
  document.querySelector<HTMLElement>(what)?.focus();
}

function press(what: string): void {
  document.querySelector<HTMLElement>(what)?.click();
}
