/*
 * What the cart earns, under the totals of the cart block: the block draws its page itself, and has a place there
 * for others (https://developer.woocommerce.com/docs/block-development/extensible-blocks/cart-and-checkout-blocks/slot-fills/).
 * The cart's answer brings the goods with it.
 */
(() => {
  const { wp = {}, wc = {} } = window;
  const Place = wc.blocksCheckout?.ExperimentalOrderMeta;
  if (!Place || !wp.plugins || !wp.element) return;
  const { createElement } = wp.element;
  const Line = ({ extensions, context }) => {
    const goods = extensions?.okaeri;
    if (context !== 'woocommerce/cart' || !goods) return null;
    const line = createElement('okaeri-earn', { 'data-okaeri': JSON.stringify(goods) });
    const item = createElement('div', { className: 'wc-block-components-totals-item' }, line);
    return createElement('div', { className: 'wc-block-components-totals-wrapper' }, item);
  };
  const render = () => createElement(Place, null, createElement(Line));
  wp.plugins.registerPlugin('okaeri', { render, scope: 'woocommerce-checkout' });
})();
