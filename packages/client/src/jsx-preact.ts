import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { AttributesOf, OkaeriElements } from './elements.ts';

/*
 * Tells Preact of the elements, so that `<okaeri-stars product-id="p-9" />` is known and checked. Import it
 * once, anywhere: `import '@okaeri/client/jsx-preact'`. Nothing of it is left when it runs.
 */

/** The properties of each element in JSX. */
export type OkaeriProps = {
  [Tag in keyof OkaeriElements]: HTMLAttributes<OkaeriElements[Tag]> &
    ClassAttributes<OkaeriElements[Tag]> &
    AttributesOf<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends OkaeriProps {}
  }
}
