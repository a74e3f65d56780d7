/*
 * Gives each <okaeri-earn data-okaeri="…"> what would be ordered, as the order will say it (its property `cart`,
 * as POST /quote takes it): prices without tax, with the tax beside them. What is beside it in the page is
 * followed: the variation and the quantity that are chosen, a cart that is drawn anew.
 */
(() => {
  const LINES = 'okaeri-earn[data-okaeri]';
  // Of the templates, and of the block “Add to Cart + Options”.
  const FORM = 'form.cart, form.wp-block-add-to-cart-with-options';
  // What was chosen of a product with variations; nothing where nothing is.
  const chosen = new WeakMap();

  const rounded = (amount, digits) => Math.round(Number((amount * 10 ** digits).toFixed(4)));

  /** Parts of a sum in proportion to what there is; no more than there is. */
  const shares = (sum, amounts) => {
    const whole = amounts.reduce((all, amount) => all + amount, 0);
    const most = Math.min(sum, whole);
    let seen = 0;
    let given = 0;
    return amounts.map((amount) => {
      seen += amount;
      const part = whole === 0 ? 0 : Math.round((most * seen) / whole) - given;
      given += part;
      return part;
    });
  };

  const cartOf = ({ currency, digits, decimals, lines, off }) => {
    const minor = (amount) => rounded(amount, decimals) * 10 ** (digits - decimals);
    const nets = lines.map(({ net }) => minor(net));
    const taxes = lines.map(({ tax }) => minor(tax));
    const offNets = shares(minor(off?.net ?? 0), nets);
    const offTaxes = shares(minor(off?.tax ?? 0), taxes);
    return {
      currency,
      taxesIncluded: false,
      lines: lines.map(({ productId, quantity: pieces }, index) => {
        const quantity = Number.isInteger(pieces) && pieces > 0 ? pieces : 1;
        const netMinor = nets[index] - offNets[index];
        const priceMinor = Math.ceil(netMinor / quantity);
        return {
          productId,
          quantity,
          priceMinor,
          discountMinor: priceMinor * quantity - netMinor,
          taxMinor: taxes[index] - offTaxes[index],
        };
      }),
    };
  };

  /** The form that puts this product into the cart. */
  const formOf = (productId) => {
    const forms = [...document.querySelectorAll(FORM)];
    const names = (form) =>
      form.getAttribute('data-product_id') ??
      form.querySelector('[name="add-to-cart"], [name="product_id"]')?.value;
    return (
      forms.find((form) => names(form) === productId) ?? (forms.length === 1 ? forms[0] : null)
    );
  };

  /** What is said of one piece, for as many as are wanted of what was chosen. */
  const wantedOf = (goods) => {
    if (goods.variations === undefined) return goods;
    const [line] = goods.lines;
    const form = formOf(line.productId);
    const id = form?.querySelector('[name="variation_id"]')?.value ?? '';
    const piece = goods.variations[id] ?? chosen.get(form)?.[id] ?? line;
    const asked = Number(form?.querySelector('input.qty, [name="quantity"]')?.value);
    const pieces = asked > 0 ? asked : 1;
    const sums = { net: piece.net * pieces, tax: piece.tax * pieces };
    return { ...goods, lines: [{ ...line, ...sums, quantity: pieces }] };
  };

  const tell = async (element) => {
    const goods = JSON.parse(element.getAttribute('data-okaeri'));
    element.hidden = goods.lines.length === 0;
    if (element.hidden) return;
    await customElements.whenDefined('okaeri-earn');
    element.cart = cartOf(wantedOf(goods));
  };
  const tellAll = () => document.querySelectorAll(LINES).forEach((line) => void tell(line));

  const isForm = (target) => target instanceof Element && target.closest(FORM) !== null;
  // On their way down: the buttons beside a quantity tell of it by events that do not bubble.
  for (const event of ['input', 'change'])
    document.addEventListener(event, ({ target }) => isForm(target) && tellAll(), true);

  // WooCommerce tells of variations by jQuery alone; of many it knows only the one that is chosen.
  window.jQuery?.(document).on('found_variation reset_data', FORM, (event, variation) => {
    if (variation?.okaeri)
      chosen.set(event.currentTarget, { [variation.variation_id]: variation.okaeri });
    tellAll();
  });

  const changed = new MutationObserver((changes) => {
    const isOurs = ({ type, target, addedNodes }) =>
      type === 'attributes'
        ? target.matches(`${LINES}, [name="variation_id"]`)
        : [...addedNodes].some(
            (node) => node instanceof Element && (node.matches(LINES) || node.querySelector(LINES)),
          );
    if (changes.some(isOurs)) tellAll();
  });
  changed.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-okaeri', 'value'],
  });
  tellAll();
})();
