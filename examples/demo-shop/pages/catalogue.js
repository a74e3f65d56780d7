import { ask, earnElement, element, language, ofProduct, yen } from './shop.js';

const { body: products } = await ask('/catalogue');
document.querySelector('#products').append(
  ...products.map((product) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `/demo/product?id=${product.id}` },
        element('img', {
          src: `/demo/assets/images/${product.id}.svg`,
          alt: '',
          width: 400,
          height: 400,
        }),
        element('span', { className: 'name' }, product.name[language]),
        element('span', { className: 'price' }, yen(product.priceMinor)),
        ofProduct('okaeri-stars', product),
      ),
      earnElement(product),
    ),
  ),
);
