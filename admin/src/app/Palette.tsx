import { signal, useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { Store, type IconNode } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { MENU_PAGES, plainPath } from './pages.ts';
import { account, shopPath, may, shopId } from './session.ts';

/** Whether the palette is open. */
export const isPaletteOpen = signal(false);

interface Target {
  readonly href: string;
  readonly text: string;
  readonly icon: IconNode;
}

/** Every page by its name, from anywhere: `Ctrl K`, or `⌘ K`. */
export const Palette = (): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal('');
  const at = useSignal(0);
  const id = useId();
  const { route } = useLocation();
  // Before the next key: the person who types at once types into it.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const w = messages().app;
  const close = (): void => {
    isPaletteOpen.value = false;
  };
  const asked = text.value.trim().toLowerCase();
  const found = targets().filter((target) => target.text.toLowerCase().includes(asked));
  const current = Math.min(at.value, found.length - 1);
  const go = (target: Target | undefined): void => {
    if (target === undefined) return;
    close();
    route(target.href);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      at.value = (current + step + found.length) % found.length;
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      go(found[current]);
    }
  };
  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label={w.search}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-label={w.searchHint}
        placeholder={w.searchHint}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKey}
      />
      <TargetList
        id={id}
        targets={found}
        current={current}
        onPoint={(i) => (at.value = i)}
        onChoose={go}
      />
      {found.length === 0 && <p class="quiet palette-none">{w.noMatch}</p>}
    </dialog>
  );
};

function TargetList(props: {
  id: string;
  targets: readonly Target[];
  current: number;
  onPoint: (at: number) => void;
  onChoose: (target: Target) => void;
}): JSX.Element {
  const { id, current, onPoint, onChoose } = props;
  return (
    <ul role="listbox" id={id} aria-label={messages().app.search}>
      {props.targets.map((target, i) => (
        <li
          key={target.href}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === current}
          onPointerMove={() => onPoint(i)}
          onClick={() => onChoose(target)}
        >
          <Icon of={target.icon} />
          {target.text}
        </li>
      ))}
    </ul>
  );
}

function targets(): Target[] {
  const w = messages();
  const pages = MENU_PAGES.filter(({ ability }) => may(ability)).map((page) => ({
    href: shopPath(plainPath(page)),
    text: page.title(w),
    icon: page.icon,
  }));
  const shops = (account.value?.shops ?? [])
    .filter(({ id }) => id !== shopId.value)
    .map(({ id, name }) => ({
      href: `/console/${id}`,
      text: `${w.app.shop}: ${name}`,
      icon: Store,
    }));
  return [...pages, ...shops];
}
