import type { JSX } from 'preact';
import { ICON_PATHS, type IconName } from '@okaeri/shared/icon-paths';
import { useSignal } from '../ui/signals.ts';

/** A badge: the shop's picture in its form, else the form with an icon on it. */
export const BadgePicture = (props: {
  base: string | null;
  icon: IconName;
  picture: string | undefined;
  isWon: boolean;
}): JSX.Element => {
  const { base, icon, picture, isWon } = props;
  // A page may let no pictures in, and one may be lost on the way.
  const lost = useSignal(false);
  const look = isWon ? 'medal' : 'medal off';
  if (picture && !lost.value)
    return (
      <img
        class={look}
        part="badge-picture"
        src={picture}
        alt=""
        style={{ clipPath: base ? `path("${base}")` : 'circle(27px)' }}
        onError={() => {
          lost.value = true;
        }}
      />
    );
  return (
    <svg class={look} part="badge-picture" viewBox="0 0 64 64" aria-hidden="true">
      {base ? <path class="base" d={base} /> : <circle class="base seal" cx="32" cy="32" r="23" />}
      <circle class="inner" cx="32" cy="32" r="19" />
      <path transform="translate(20 20)" d={ICON_PATHS[icon]} />
    </svg>
  );
};
