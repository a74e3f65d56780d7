/** Where the snippet can be put. */
export type Place = 'html' | 'shopify' | 'woocommerce' | 'manager';

type Write = (of: { src: string; publicKey: string; tokenUrl: string }) => string;

const tag: Write = ({ src, publicKey }) =>
  `<script async src="${src}" data-shop="${publicKey}"></script>`;

const WRITERS: Readonly<Record<Place, Write>> = {
  // An address that answers nothing would be asked on every page: it is left out until there is one.
  html: ({ src, publicKey, tokenUrl }) => `<script
  async
  src="${src}"
  data-shop="${publicKey}"${tokenUrl === '' ? '' : `\n  data-token-url="${escaped(tokenUrl)}"`}
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

/** The snippet of a shop, as it is pasted in each place. Hosts and keys have no quotes that would need escaping. */
export const snippetFor = (
  place: Place,
  of: { host: string; publicKey: string; tokenUrl: string },
): string => {
  const { host, publicKey, tokenUrl } = of;
  return WRITERS[place]({ src: `${host}/widget/v1/okaeri.js`, publicKey, tokenUrl });
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
