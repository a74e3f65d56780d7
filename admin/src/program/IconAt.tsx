import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { ICON_PATHS, type IconName } from '@okaeri/shared/icon-paths';
import { isKeyOf, keysOf } from '@okaeri/shared/records';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Editor } from './program-model.ts';

interface Props {
  editor: Editor;
  /** What the icon is of. */
  path: readonly string[];
  name: string;
}

/** The icon of a reward, for where it has no picture. */
export const IconAt = ({ editor, path, name }: Props): JSX.Element => {
  const isChoosing = useSignal(false);
  const id = useId();
  const w = messages().pictures;
  const at = [...path, 'icon'];
  const value = editor.at(at);
  const icon = typeof value === 'string' && isKeyOf(ICON_PATHS, value) ? value : null;
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {w.icon}
      </span>
      <div class="picture-field">
        <span class={icon === null ? 'picture-tile empty-tile square' : 'picture-tile square'}>
          {icon !== null && <OwnIcon name={icon} />}
        </span>
        <div class="row">
          <Button aria-label={w.chooseIconFor(name)} onClick={() => (isChoosing.value = true)}>
            {icon === null ? w.choose : w.replace}
          </Button>
          {icon !== null && (
            <Button
              kind="quiet"
              aria-label={w.takeIconFrom(name)}
              onClick={() => editor.set(at, undefined)}
            >
              {w.take}
            </Button>
          )}
        </div>
      </div>
      <p class="hint">{w.iconHint}</p>
      {isChoosing.value && (
        <IconDialog
          title={w.iconTitle(name)}
          chosen={icon}
          onClose={() => (isChoosing.value = false)}
          onChoose={(next) => {
            editor.set(at, next);
            isChoosing.value = false;
          }}
        />
      )}
    </div>
  );
};

function IconDialog(props: {
  title: string;
  chosen: IconName | null;
  onClose: () => void;
  onChoose: (name: IconName) => void;
}): JSX.Element {
  const { title, chosen, onClose, onChoose } = props;
  const names = messages().icons;
  return (
    <Dialog title={title} onClose={onClose}>
      <ul class="icon-list">
        {keysOf(names).map((name) => (
          <li key={name}>
            <button
              type="button"
              class="picture-tile square"
              aria-pressed={name === chosen}
              aria-label={names[name]}
              title={names[name]}
              onClick={() => onChoose(name)}
            >
              <OwnIcon name={name} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** An icon as the widget draws it. */
function OwnIcon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
