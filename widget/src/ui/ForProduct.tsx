import type { JSX } from 'preact';
import { useEffect, useRef } from './hooks.ts';
import { useSignal } from './signals.ts';

/** Draws something for the product that the element in the shop's page names. */
export const ForProduct = (props: {
  adoptSheet: (place: HTMLElement | null) => void;
  draw: (productId: string) => JSX.Element;
}): JSX.Element => {
  const place = useRef<HTMLDivElement | null>(null);
  const productId = useSignal<string | null>(null);
  useEffect(() => {
    props.adoptSheet(place.current);
    const root = place.current?.getRootNode();
    if (root instanceof ShadowRoot) productId.value = root.host.getAttribute('product-id');
  }, []);
  return (
    <div ref={place} class="place">
      {productId.value && props.draw(productId.value)}
    </div>
  );
};
