import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Draws something for the product that the element in the shop's page names. */
export const ForProduct = (props: {
  adoptSheet: (place: HTMLElement | null) => void;
  draw: (productId: string) => JSX.Element;
}): JSX.Element => {
  const place = useRef<HTMLDivElement>(null);
  const [productId, setProductId] = useState<string | null>(null);
  useEffect(() => {
    props.adoptSheet(place.current);
    const root = place.current?.getRootNode();
    if (root instanceof ShadowRoot) setProductId(root.host.getAttribute('product-id'));
  }, []);
  return (
    <div ref={place} class="place">
      {productId && props.draw(productId)}
    </div>
  );
};
