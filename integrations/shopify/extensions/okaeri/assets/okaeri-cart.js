/*
 * Puts a reward into the cart in one tap, and takes it out when it is given back. Shopify's own actions do it where
 * they are: they tell the theme, whatever it is (https://shopify.dev/docs/api/storefront-events-and-actions). Else
 * the Cart API does, and a page that shows the cart is loaded anew.
 */
(() => {
  const pathOf = (path) => (window.Shopify?.routes?.root ?? '/') + path;
  const ask = async (path, body) => {
    const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const answer = await fetch(
      pathOf(path),
      body && { ...sent, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) },
    );
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };

  /** The two ways to read and to write: how many pieces there are, and the codes, each with whether it counts. */
  const byAction = (actions) => ({
    async read() {
      const { cart } = await actions.getCart();
      return { pieces: cart?.totalQuantity ?? 0, codes: cart?.discountCodes ?? [] };
    },
    async write(codes) {
      const { cart, userErrors = [] } = await actions.updateCart({ discountCodes: codes });
      if (userErrors.length > 0) throw new Error(userErrors[0].message);
      return cart?.discountCodes ?? [];
    },
    show: () => undefined,
  });
  const byCartApi = {
    async read() {
      const cart = await ask('cart.js');
      return { pieces: cart.item_count, codes: cart.discount_codes ?? [] };
    },
    async write(codes) {
      const cart = await ask('cart/update.js', { discount: codes.join(',') });
      return cart.discount_codes ?? [];
    },
    // What was said has a moment to be read.
    show: () => location.pathname === pathOf('cart') && setTimeout(() => location.reload(), 1500),
  };
  const wayNow = () => {
    const actions = window.Shopify?.actions;
    return actions?.updateCart && actions.getCart ? byAction(actions) : byCartApi;
  };

  const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();

  const apply = async ({ code }) => {
    const way = wayNow();
    const { pieces, codes } = await way.read();
    const before = codes.map((other) => other.code).filter((other) => !isSame(other, code));
    if (pieces === 0) {
      // An empty cart holds no code: the shop's own address for sharing one keeps it for the cart to come.
      const kept = await fetch(pathOf(`discount/${encodeURIComponent(code)}?redirect=/cart.js`));
      if (!kept.ok) throw new Error(`The discount ${code} was not kept: ${kept.status}`);
      return;
    }
    const after = await way.write([...before, code]);
    if (!after.some((other) => isSame(other.code, code) && other.applicable)) {
      // What does not count does not stay there: another code may have had to make room for it.
      await way.write(before);
      throw new Error(`The discount ${code} does not count for this cart.`);
    }
    way.show();
  };

  const release = async ({ code }) => {
    const way = wayNow();
    const codes = (await way.read()).codes.map((other) => other.code);
    const left = codes.filter((other) => !isSame(other, code));
    if (left.length === codes.length) return;
    await way.write(left);
    way.show();
  };

  // One after the other: each reads what the one before has written.
  let last = Promise.resolve();
  const inTurn = (act) => (detail) => {
    const mine = last.then(() => act(detail));
    last = mine.catch(() => undefined);
    return mine;
  };
  const on = (name, act) => (window.okaeri = window.okaeri || []).push(['on', name, inTurn(act)]);
  on('apply', apply);
  on('release', release);
})();
