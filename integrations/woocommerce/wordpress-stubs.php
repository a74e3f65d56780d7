<?php

/**
 * As much of WordPress and WooCommerce as the plugin calls, for the tests: hooks are kept and can be
 * run, everything else says what it was given. Written from the documentation of each function.
 *
 * php wordpress-stubs.php '{"options": {...}, "user": {...}, "run": [["action", "name"], ...]}'
 */

declare(strict_types=1);

namespace {
    define('ABSPATH', __DIR__ . '/');
    define('EP_ROOT', 64);
    define('EP_PAGES', 4096);

    $given = json_decode($argv[1], true, 512, JSON_THROW_ON_ERROR);
    $hooks = [];
    $errors = [];

    class WC_Product
    {
        public function get_id(): int
        {
            return 93;
        }

        public function get_price(): string
        {
            return '18.00';
        }
    }

    class WC_Cart
    {
        public function is_empty(): bool
        {
            return ($GLOBALS['given']['cart'] ?? 0) === 0;
        }

        public function get_cart_contents_total(): float
        {
            return (float) $GLOBALS['given']['cart'];
        }

        public function get_cart_contents_tax(): float
        {
            return 1.5;
        }
    }

    function WC(): object
    {
        return (object) ['cart' => new WC_Cart()];
    }

    function add_action(string $name, callable $call): void
    {
        $GLOBALS['hooks'][$name][] = $call;
    }

    function add_filter(string $name, callable $call): void
    {
        add_action($name, $call);
    }

    function add_shortcode(string $name, callable $call): void
    {
        add_action("shortcode $name", $call);
    }

    function register_activation_hook(string $file, callable $call): void
    {
        add_action('activation', $call);
    }

    function shortcode_atts(array $defaults, mixed $given): array
    {
        return array_intersect_key((array) $given, $defaults) + $defaults;
    }

    function esc_attr(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES);
    }

    function esc_html(string $text): string
    {
        return esc_attr($text);
    }

    function esc_url_raw(string $url, array $schemes): string
    {
        return in_array(parse_url($url, PHP_URL_SCHEME), $schemes, true) ? $url : '';
    }

    function __(string $text): string
    {
        return $text;
    }

    function esc_html__(string $text): string
    {
        return esc_html($text);
    }

    function get_option(string $name, mixed $default): mixed
    {
        return $GLOBALS['given']['options'] ?? $default;
    }

    function add_settings_error(string $setting, string $code): void
    {
        $GLOBALS['errors'][] = $code;
    }

    function wp_get_current_user(): object
    {
        return (object) ($GLOBALS['given']['user'] ?? ['ID' => 0]);
    }

    function get_user_locale(): string
    {
        return 'ja';
    }

    function wp_send_json(mixed $answer): never
    {
        echo json_encode($answer);
        exit;
    }

    function admin_url(string $path): string
    {
        return "https://shop.example/wp-admin/$path";
    }

    function wp_make_link_relative(string $url): string
    {
        return (string) preg_replace('#^https?://[^/]+#', '', $url);
    }

    function wc_get_page_permalink(string $page): string
    {
        return "https://shop.example/$page/";
    }

    function plugins_url(string $path): string
    {
        return "https://shop.example/wp-content/plugins/okaeri/$path";
    }

    function wp_enqueue_script(string $handle, string $source): void
    {
        $tag = sprintf('<script src="%s"></script>', $source);
        foreach ($GLOBALS['hooks']['script_loader_tag'] as $filter) {
            $tag = $filter($tag, $handle);
        }
        echo $tag;
    }

    function wp_enqueue_style(string $handle, string $source): void
    {
        printf('<link rel="stylesheet" href="%s">', $source);
    }

    function wc_get_price_to_display(WC_Product $product): float
    {
        return 18.5;
    }

    function get_woocommerce_currency(): string
    {
        return 'USD';
    }

    function current_user_can(): bool
    {
        return true;
    }

    function checked(mixed $value, mixed $current): string
    {
        return $value === $current ? "checked='checked'" : '';
    }

    function nocache_headers(): void
    {
    }

    function register_setting(): void
    {
    }

    function add_options_page(): void
    {
    }

    function settings_fields(): void
    {
    }

    function submit_button(): void
    {
    }

    function add_rewrite_endpoint(): void
    {
    }

    function flush_rewrite_rules(): void
    {
    }

    function load_plugin_textdomain(): void
    {
    }

    $product = new WC_Product();
    require __DIR__ . '/okaeri/okaeri.php';
    foreach ($given['run'] as $step) {
        if ($step[0] === 'sanitize') {
            echo json_encode(['kept' => (new Okaeri\Settings())->sanitize($step[1]), 'errors' => $errors]);
        } elseif ($step[0] === 'page') {
            (new Okaeri\Settings())->showPage();
        } else {
            foreach ($hooks[$step[0]] as $hook) {
                $result = $hook(...array_slice($step, 1));
                echo is_string($result) ? $result : (is_array($result) ? json_encode($result) : '');
            }
        }
    }
}
