import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { dialogsOpen } from '../lib/toasts.ts';

/** Opens a dialog in front of everything; gives how many are open with it, and 0 before it is. */
export const useModal = (dialog: RefObject<HTMLDialogElement | null>): number => {
  const [depth, setDepth] = useState(0);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialogsOpen.value += 1;
    setDepth(dialogsOpen.value);
    return () => {
      dialogsOpen.value -= 1;
    };
  }, []);
  return depth;
};
