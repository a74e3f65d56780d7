<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * The widget's elements on the pages of WooCommerce, and wherever somebody puts [okaeri].
 */
final class Places
{
    private const ENDPOINT = 'okaeri-points';

    /** Elements that [okaeri] may place. */
    private const ELEMENTS = ['points', 'earn', 'stars', 'reviews', 'questions', 'page', 'rewards', 'tier', 'nudge', 'order'];

    public function __construct(private readonly Settings $settings)
    {
    }

    public function register(): void
    {
        add_action('woocommerce_single_product_summary', [$this, 'showStars'], 6);
        add_action('woocommerce_single_product_summary', [$this, 'showEarn'], 12);
        add_action('woocommerce_after_single_product_summary', [$this, 'showReviews'], 18);
        add_action('woocommerce_after_cart_totals', [$this, 'showCart']);
        add_filter('render_block_woocommerce/cart', [$this, 'addToCartBlock']);
        add_action('woocommerce_blocks_loaded', [$this, 'addToCartAnswer']);
        add_filter('woocommerce_available_variation', [$this, 'addToVariation'], 10, 3);
        add_action('woocommerce_thankyou', [$this, 'showOrder']);
        add_action('woocommerce_view_order', [$this, 'showOrder'], 20);
        add_action('init', [$this, 'addEndpoint']);
        add_filter('woocommerce_account_menu_items', [$this, 'addMenuItem']);
        add_action('woocommerce_account_' . self::ENDPOINT . '_endpoint', [$this, 'showAccount']);
        add_shortcode('okaeri', [$this, 'shortcode']);
    }

    public function showStars(): void
    {
        $this->showForProduct('stars', 'okaeri-stars');
    }

    public function showReviews(): void
    {
        $this->showForProduct('reviews', 'okaeri-reviews');
    }

    public function showEarn(): void
    {
        global $product;
        // What cannot be bought here, such as a group or what another shop sells, earns nothing here.
        if ($this->settings->shows('earn') && $product instanceof \WC_Product && $product->is_purchasable()) {
            echo self::earn(Goods::ofProduct($product));
        }
    }

    /**
     * A variation that WooCommerce tells the page of brings what it costs with it.
     *
     * @param array<string,mixed> $variation
     * @return array<string,mixed>
     */
    public function addToVariation(array $variation, mixed $of, mixed $product): array
    {
        $isShown = $this->settings->shows('earn') && $product instanceof \WC_Product;
        return $isShown ? $variation + ['okaeri' => Goods::piece($product)] : $variation;
    }

    public function showCart(): void
    {
        $cart = function_exists('WC') ? WC()->cart : null;
        if ($this->settings->shows('cart') && $cart !== null && !$cart->is_empty()) {
            echo self::earn(Goods::ofCart($cart));
        }
    }

    /** The cart block draws itself: a script says below its totals what the cart's answer brings with it. */
    public function addToCartBlock(string $block): string
    {
        if ($this->settings->shows('cart')) {
            self::script('earn', []);
            self::script('cart', ['okaeri-earn', 'wp-element', 'wp-plugins', 'wc-blocks-checkout']);
        }
        return $block;
    }

    public function addToCartAnswer(): void
    {
        if (!function_exists('woocommerce_store_api_register_endpoint_data') || !$this->settings->shows('cart')) {
            return;
        }
        woocommerce_store_api_register_endpoint_data([
            'endpoint' => 'cart',
            'namespace' => 'okaeri',
            'data_callback' => static fn (): array => WC()->cart === null ? [] : Goods::ofCart(WC()->cart),
        ]);
    }

    /** What an order brings, on its page and on the one that thanks for it: nothing else is asked or sold there. */
    public function showOrder(mixed $orderId): void
    {
        if ($this->settings->shows('account') && is_numeric($orderId)) {
            $this->element('okaeri-order', ['order-id' => (string) $orderId]);
        }
    }

    public function addEndpoint(): void
    {
        add_rewrite_endpoint(self::ENDPOINT, EP_ROOT | EP_PAGES);
    }

    /**
     * @param array<string,string> $items
     * @return array<string,string>
     */
    public function addMenuItem(array $items): array
    {
        if (!$this->settings->shows('account')) {
            return $items;
        }
        $last = array_slice($items, -1, 1, true);
        return array_slice($items, 0, -1, true) + [self::ENDPOINT => __('Points', 'okaeri')] + $last;
    }

    public function showAccount(): void
    {
        $this->element('okaeri-nudge', []);
        $this->element('okaeri-page', []);
    }

    /** @param mixed $given */
    public function shortcode($given): string
    {
        $wish = shortcode_atts(['element' => 'page', 'product' => '', 'order' => ''], $given, 'okaeri');
        if (!in_array($wish['element'], self::ELEMENTS, true) || !$this->settings->isReady()) {
            return '';
        }
        if ($wish['element'] === 'earn') {
            $product = wc_get_product($wish['product'] === '' ? false : $wish['product']);
            return $product instanceof \WC_Product && $product->is_purchasable() ? self::earn(Goods::ofProduct($product)) : '';
        }
        $attributes = array_filter(
            ['product-id' => (string) $wish['product'], 'order-id' => (string) $wish['order']],
            static fn (string $id): bool => $id !== ''
        );
        return self::markup('okaeri-' . $wish['element'], $attributes);
    }

    private function showForProduct(string $place, string $element): void
    {
        global $product;
        if ($this->settings->shows($place) && $product instanceof \WC_Product) {
            $this->element($element, ['product-id' => (string) $product->get_id()]);
        }
    }

    /**
     * The line that says what buying would earn; a script hands it the goods.
     *
     * @param array<string,mixed> $goods
     */
    private static function earn(array $goods): string
    {
        self::script('earn', []);
        return self::markup('okaeri-earn', ['data-okaeri' => (string) wp_json_encode($goods)]);
    }

    /** @param list<string> $needs */
    private static function script(string $name, array $needs): void
    {
        $source = plugins_url("assets/$name.js", __DIR__);
        wp_enqueue_script("okaeri-$name", $source, $needs, Widget::VERSION, true);
    }

    /** @param array<string,string> $attributes */
    private function element(string $name, array $attributes): void
    {
        echo self::markup($name, $attributes);
    }

    /** @param array<string,string> $attributes */
    private static function markup(string $name, array $attributes): string
    {
        $text = '';
        foreach ($attributes as $attribute => $value) {
            $text .= sprintf(' %s="%s"', $attribute, esc_attr($value));
        }
        return sprintf('<%1$s%2$s></%1$s>', $name, $text);
    }
}
