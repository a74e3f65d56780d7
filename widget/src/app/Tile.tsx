import type { JSX } from 'preact';
import { ICON_PATHS, type IconName } from '@okaeri/shared/icon-paths';
import { Icon } from '../ui/icons.tsx';
import { useSignal } from '../ui/signals.ts';

/** What a row is about, as the shop's own picture or else an icon; it is said in the row's words too. */
export const Tile = (props: {
  icon: IconName;
  /** Where the picture is, in full. */
  picture?: string | undefined;
  look?: 'off' | 'plain';
}): JSX.Element => {
  // A page may let no pictures in, and one may be lost on the way.
  const lost = useSignal(false);
  return (
    <span class={`tile ${props.look ?? ''}`} part="tile">
      {props.picture && !lost.value ? (
        <img
          src={props.picture}
          alt=""
          loading="lazy"
          onError={() => {
            lost.value = true;
          }}
        />
      ) : (
        <Icon d={ICON_PATHS[props.icon]} />
      )}
    </span>
  );
};
