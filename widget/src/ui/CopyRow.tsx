import { useSignal } from './signals.ts';
import type { JSX } from 'preact';
import { useEffect, useRef } from './hooks.ts';

const COPIED_MS = 2000;

/** Copies a text; where the page may not, it is selected for the shopper to copy. */
const copyText = async (text: string, element: HTMLElement | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (element) getSelection()?.selectAllChildren(element);
    return false;
  }
};

/** A text to take away: a code, a link. */
export const CopyRow = (props: {
  text: string;
  copy: string;
  copied: string;
  onCopied: () => void;
}): JSX.Element => {
  const done = useSignal(false);
  const code = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    done.value = await copyText(props.text, code.current);
    if (done.value) props.onCopied();
    timer.current = setTimeout(() => {
      done.value = false;
    }, COPIED_MS);
  };
  return (
    <div class="copy-row">
      <code ref={code} dir="ltr">
        {props.text}
      </code>
      <button type="button" class="link" onClick={() => void copy()}>
        {done.value ? props.copied : props.copy}
      </button>
    </div>
  );
};
