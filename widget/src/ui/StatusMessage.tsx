import type { JSX } from 'preact';
import { useEffect, useRef } from './hooks.ts';

/**
 * What came of an act, brought into sight: the button that was pressed may be gone. The focus has it read; a live
 * region would say it a second time.
 */
export const StatusMessage = ({ text, look }: { text: string; look: string }): JSX.Element => {
  const line = useRef<HTMLParagraphElement | null>(null);
  useEffect(() => line.current?.focus(), [text]);
  return (
    <p ref={line} class={look} tabIndex={-1}>
      {text}
    </p>
  );
};
