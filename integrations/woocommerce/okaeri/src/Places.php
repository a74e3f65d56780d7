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
    private const ELEMENTS = ['points', 'earn', 'stars', 'reviews', 'questions', 'page', 'rewards', 'tier', 'nudge'];

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
        add_action('woocommerce_thankyou', [$this, 'showNudge']);
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
        if ($this->settings->shows('earn') && $product instanceof \WC_Product && $product->get_price() !== '') {
            $this->element('okaeri-earn', [
                'product-id' => (string) $product->get_id(),
                'price' => (string) wc_get_price_to_display($product),
                'currency' => get_woocommerce_currency(),
                'quantity' => '1',
            ]);
        }
    }

    public function showCart(): void
    {
        echo $this->cartLine();
    }

    /** The cart block has no hooks of templates: what the cart earns stands below it, and a script keeps it true. */
    public function addToCartBlock(string $block): string
    {
        $line = $this->cartLine();
        if ($line !== '') {
            wp_enqueue_script('okaeri-cart', plugins_url('assets/cart.js', __DIR__), ['wp-data'], '1.0.0', true);
        }
        return $block . $line;
    }

    private function cartLine(): string
    {
        $cart = function_exists('WC') ? WC()->cart : null;
        if (!$this->settings->shows('cart') || $cart === null || $cart->is_empty()) {
            return '';
        }
        // One line of the whole cart: what it comes to is what it earns.
        return self::markup('okaeri-earn', [
            'product-id' => 'cart',
            'price' => (string) ($cart->get_cart_contents_total() + $cart->get_cart_contents_tax()),
            'currency' => get_woocommerce_currency(),
            'quantity' => '1',
        ]);
    }

    public function showNudge(): void
    {
        if ($this->settings->shows('account')) {
            $this->element('okaeri-nudge', []);
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
        $this->element('okaeri-page', []);
    }

    /** @param mixed $given */
    public function shortcode($given): string
    {
        $wish = shortcode_atts(['element' => 'page', 'product' => ''], $given, 'okaeri');
        if (!in_array($wish['element'], self::ELEMENTS, true) || !$this->settings->isReady()) {
            return '';
        }
        $attributes = $wish['product'] === '' ? [] : ['product-id' => (string) $wish['product']];
        return self::markup('okaeri-' . $wish['element'], $attributes);
    }

    private function showForProduct(string $place, string $element): void
    {
        global $product;
        if ($this->settings->shows($place) && $product instanceof \WC_Product) {
            $this->element($element, ['product-id' => (string) $product->get_id()]);
        }
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
