import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { ChevronUp, Keyboard, LogOut, UserRoundCog } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Select } from '../ui/Select.tsx';
import { account, shop, shopPath } from './session.ts';
import { isKeyListOpen } from './shortcuts.ts';
import { signOut } from './sign-out.ts';
import { setTheme, theme, type Theme } from './theme.ts';

/** Who is signed in; by their name the console's language and theme, their account, and the way out. */
export const Me = (): JSX.Element => {
  const id = useId();
  const w = messages().app;
  return (
    <div class="side-end">
      <button type="button" class="me" popoverTarget={id}>
        <Who />
        <Icon of={ChevronUp} size={16} />
      </button>
      <div class="me">
        <Who />
      </div>
      {/* On a phone it stands open at the menu's end. */}
      <div id={id} class="me-menu" popover="auto" aria-label={w.you} role="group">
        <LanguageSelect />
        <ThemeSelect />
        <a class="button quiet" href={shopPath('/settings/account')}>
          <Icon of={UserRoundCog} size={16} />
          {w.you}
        </a>
        <button type="button" class="button quiet" onClick={() => (isKeyListOpen.value = true)}>
          <Icon of={Keyboard} size={16} />
          {w.keyList}
        </button>
        <button type="button" class="button quiet" onClick={() => void signOut()}>
          <Icon of={LogOut} size={16} />
          {w.signOut}
        </button>
      </div>
    </div>
  );
};

function Who(): JSX.Element {
  const name = account.value?.name ?? '';
  return (
    <>
      <span class="initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span class="grow">
        <strong>{name}</strong>
        <span class="quiet">{shop.value && messages().roles[shop.value.role]}</span>
      </span>
    </>
  );
}

function ThemeSelect(): JSX.Element {
  const w = messages().app;
  return (
    <label class="small-select">
      <span class="hidden">{w.theme}</span>
      <Select<Theme> value={theme.value} options={w.themes} onValue={setTheme} />
    </label>
  );
}

const SPACE = 32;

/** The first letters of the first and the last part of a name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const of = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return of.map((part) => String.fromCodePoint(part?.codePointAt(0) ?? SPACE)).join('');
}
