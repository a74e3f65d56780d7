import type { JSX } from 'preact';
import type { IconName } from '@okaeri/shared/icon-paths';
import { Tile } from '../app/Tile.tsx';

/** What a row says: what to do, why, and what it brings. */
export interface Line {
  readonly icon: IconName;
  readonly title: string;
  readonly hints?: readonly (string | null)[];
  /** As it is written at the end of the row, and as it is read aloud. */
  readonly gain?: { readonly text: string; readonly aloud: string } | null;
  readonly isDone?: boolean;
}

/** The inside of a row, whatever the row does. */
export const EarnLine = ({ icon, title, hints = [], gain, isDone }: Line): JSX.Element => (
  <>
    <Tile icon={isDone ? 'check' : icon} look={isDone ? 'off' : 'plain'} />
    <span class="row-text">
      <span class="row-title">{title}</span>
      {hints.map((hint) => hint && <span class="quiet-text">{hint}</span>)}
    </span>
    {gain && (
      <>
        <span class={isDone ? 'quiet-text' : 'pill'} dir="ltr" aria-hidden="true">
          {gain.text}
        </span>
        <span class="aloud">{gain.aloud}</span>
      </>
    )}
  </>
);

/** A row that says something and does nothing. */
export const StillRow = (props: Line & { part: string }): JSX.Element => (
  <li part={props.part}>
    <div class="link-row still">
      <EarnLine {...props} />
    </div>
  </li>
);
