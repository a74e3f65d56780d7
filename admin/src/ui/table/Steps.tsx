import type { JSX } from 'preact';
import { formatTime } from '../../lib/format.ts';
import './object.css';

/** Something that happened. */
export interface Step {
  readonly text: string;
  readonly at: string;
  readonly line?: string;
  readonly isBad?: boolean;
}

/** What happened to one thing, one below the other. */
export const Steps = ({ of }: { of: readonly Step[] }): JSX.Element => (
  <ol class="steps">
    {of.map(({ text, at, line, isBad }, index) => (
      <li key={index} class={isBad === true ? 'bad' : ''}>
        <strong>{text}</strong>
        <p class="quiet small">
          <time dateTime={at}>{formatTime(at)}</time>
          {line !== undefined && ` · ${line}`}
        </p>
      </li>
    ))}
  </ol>
);
