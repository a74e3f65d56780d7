import { signal } from '@preact/signals';

const KEY = 'okaeri.console.single-keys';

/** Whether letters alone do something: who dictates, or presses keys by accident, switches them off (WCAG 2.1.4). */
export const hasSingleKeys = signal(true);

/** Lets letters alone do something or nothing from now on, and remembers it in this browser. */
export const setSingleKeys = (isOn: boolean): void => {
  hasSingleKeys.value = isOn;
  localStorage.setItem(KEY, isOn ? 'on' : 'off');
};

/** As it was chosen before. */
export const restoreSingleKeys = (): void => {
  hasSingleKeys.value = localStorage.getItem(KEY) !== 'off';
};

/** Whether a key pressed is a shortcut: no letter somebody types, none beside Ctrl or Alt, and none while a dialog is open. */
export const isFreeKey = (event: KeyboardEvent): boolean =>
  hasSingleKeys.peek() &&
  !(event.metaKey || event.ctrlKey || event.altKey || event.isComposing) &&
  document.querySelector('dialog[open]') === null &&
  !isTyping(event.target);

/** Whether what has the focus takes letters. A check box takes none; a list of choices goes to what begins with them. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
    ) !== null
  );
}
