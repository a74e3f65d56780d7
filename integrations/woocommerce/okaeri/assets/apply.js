/*
 * Puts a reward into the cart in one tap, and takes it out when it is given back: by the store of WooCommerce's blocks
 * where a page has them, else by the Store API, with a nonce out of the cart's own answer, so that pages can be cached
 * (https://developer.woocommerce.com/docs/apis/store-api/nonce-tokens). Whatever shows the cart is then told.
 */
(() => {
  // What joins or moves scripts loses their attributes.
  const store = document.currentScript?.dataset.store ?? '/wp-json/wc/store/v1/';
  const BLOCKS = 'wc/store/cart';

  const ask = async (path, nonce, code) => {
    const post = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Nonce: nonce },
      body: JSON.stringify({ code }),
    };
    const answer = await fetch(store + path, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
      ...(nonce === undefined ? {} : post),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.message ?? `${path} answered ${answer.status}`);
    return { body, nonce: answer.headers.get('Nonce') };
  };

  /** Has the cart anew in whatever is on the page: mini carts, fragments, the old cart and the old checkout. */
  const showAgain = (byBlocks) => {
    // Blocks without that store, such as newer mini carts, hear of the cart by this.
    if (!byBlocks) {
      const detail = { type: 'from_@wordpress/data' };
      window.dispatchEvent(new CustomEvent('wc-blocks_store_sync_required', { detail }));
    }
    const body = window.jQuery?.(document.body);
    for (const name of ['wc_fragment_refresh', 'wc_update_cart', 'update_checkout'])
      body?.trigger(name);
  };

  /** Coupons are kept in small letters. */
  const holds = (cart, code) =>
    cart.coupons.some((coupon) => coupon.code.toLowerCase() === code.toLowerCase());

  const change = async (act, code, isWanted) => {
    const { body: cart, nonce } = await ask('cart');
    if (holds(cart, code) === isWanted) return;
    const blocks = window.wp?.data?.select?.(BLOCKS) && window.wp.data.dispatch(BLOCKS);
    const name = `${act}Coupon`;
    if (blocks?.[name]) await blocks[name](code);
    else await ask(`cart/${act}-coupon`, nonce, code);
    showAgain(Boolean(blocks?.[name]));
  };

  // One after the other: each reads what the one before has written.
  let last = Promise.resolve();
  const inTurn =
    (act, isWanted) =>
    ({ code }) => {
      const mine = last.then(() => change(act, code, isWanted));
      last = mine.catch(() => undefined);
      return mine;
    };
  const on = (name, listener) => (window.okaeri = window.okaeri || []).push(['on', name, listener]);
  on('apply', inTurn('apply', true));
  on('release', inTurn('remove', false));
})();
