/** Where the snippet can be put. */
export type Place = 'html' | 'shopify' | 'woocommerce' | 'manager';

type Write = (of: { src: string; publicKey: string }) => string;

const tag: Write = ({ src, publicKey }) =>
  `<script async src="${src}" data-shop="${publicKey}"></script>`;

const WRITERS: Readonly<Record<Place, Write>> = {
  html: ({ src, publicKey }) => `<script
  async
  src="${src}"
  data-shop="${publicKey}"
  data-token-url="/your/token/endpoint"
></script>`,
  shopify: tag,
  woocommerce: (of) => `add_action('wp_head', function () {
  echo '${tag(of)}';
});`,
  // Tag managers take attributes they do not know away, so the tag is made by a script.
  manager: ({ src, publicKey }) => `<script>
  (function () {
    var tag = document.createElement('script');
    tag.async = true;
    tag.src = '${src}';
    tag.setAttribute('data-shop', '${publicKey}');
    document.head.appendChild(tag);
  })();
</script>`,
};

/** The snippet of a shop, as it is pasted in each place. Nothing in it needs escaping: hosts and keys have no quotes. */
export const snippetFor = (place: Place, of: { host: string; publicKey: string }): string =>
  WRITERS[place]({ src: `${of.host}/widget/v1/okaeri.js`, publicKey: of.publicKey });
