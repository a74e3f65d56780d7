/*
 * The cart block changes without loading the page anew. What it comes to is told to the line below it, out of
 * the store the block itself reads (wc/store/cart: amounts are whole numbers of minor units, as text).
 */
(() => {
  const STORE = 'wc/store/cart';
  const line = document.querySelector('okaeri-earn[product-id="cart"]');
  const data = window.wp && window.wp.data;
  if (!line || !data || !data.select(STORE)) return;
  const tell = () => {
    const store = data.select(STORE);
    // Before the cart has come its totals are nothing.
    if (!store.hasFinishedResolution('getCartData', [])) return;
    const totals = store.getCartTotals();
    const minor =
      Number(totals.total_items) -
      Number(totals.total_discount) +
      Number(totals.total_items_tax) -
      Number(totals.total_discount_tax);
    const digits = totals.currency_minor_unit;
    const price = (minor / 10 ** digits).toFixed(digits);
    line.hidden = minor <= 0;
    if (line.getAttribute('price') !== price) line.setAttribute('price', price);
  };
  data.subscribe(tell, STORE);
  tell();
})();
