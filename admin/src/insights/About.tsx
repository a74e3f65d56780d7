import type { JSX } from 'preact';
import type { Figure } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatTime } from '../lib/format.ts';
import { dayText } from './figure-text.ts';

/** What stands below every figure: what it is, of whom, and as of when. */
export const About = (props: {
  of: Figure & { readonly leftOut?: number };
  definition: string;
  /** Who its people are; buyers, where nothing is said. */
  who?: (people: string) => string;
}): JSX.Element => {
  const { people, asOf, takenAt, leftOut = 0 } = props.of;
  const w = messages().insights;
  const who = props.who ?? w.buyersOf;
  return (
    <p class="quiet small insight-about">
      {props.definition}
      {w.space}
      {w.about(who(formatCount(people)), dayText(asOf), formatTime(takenAt))}
      {leftOut > 0 && `${w.space}${w.leftOut(formatCount(leftOut))}`}
    </p>
  );
};
