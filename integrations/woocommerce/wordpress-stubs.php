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

    require __DIR__ . '/woocommerce-stubs.php';

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

    /**
     * As WordPress has it (wp-includes/option.php): what is not there yet is updated by adding it, and both
     * sanitise what they are given.
     */
    function update_option(string $name, mixed $value): void
    {
        $isThere = isset($GLOBALS['given']['options']);
        $value = ($GLOBALS['sanitizer'])($value);
        $GLOBALS['given']['options'] = $isThere ? $value : ($GLOBALS['sanitizer'])($value);
    }

    function register_setting(string $group, string $name, array $how): void
    {
        $GLOBALS['sanitizer'] = $how['sanitize_callback'];
    }

    function add_settings_error(string $setting, string $code): void
    {
        $GLOBALS['errors'][] = ['setting' => $setting, 'code' => $code];
    }

    function get_settings_errors(string $setting): array
    {
        return $GLOBALS['errors'];
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

    function rest_url(string $path): string
    {
        return "https://shop.example/wp-json/$path";
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

    /** Ten per cent of tax; a price without it is not rounded where the shop's prices contain it. */
    function wc_get_price_excluding_tax(WC_Product $product): float
    {
        return $GLOBALS['given']['net'] ?? 18.0;
    }

    function wc_get_price_including_tax(WC_Product $product, array $of): float
    {
        return round(wc_get_price_excluding_tax($product) * $of['qty'] * 1.1, wc_get_price_decimals());
    }

    function wc_get_price_decimals(): int
    {
        return $GLOBALS['given']['decimals'] ?? 2;
    }

    function wc_get_product(mixed $id): WC_Product|false
    {
        return $id === false ? $GLOBALS['product'] : ($id === '404' ? false : new WC_Product((int) $id));
    }

    function wp_json_encode(mixed $value): string
    {
        return json_encode($value, JSON_THROW_ON_ERROR);
    }

    function woocommerce_store_api_register_endpoint_data(array $data): void
    {
        echo json_encode([$data['endpoint'], $data['namespace'], $data['data_callback']()]);
    }

    function get_woocommerce_currency(): string
    {
        return $GLOBALS['given']['currency'] ?? 'USD';
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

    ini_set('serialize_precision', '-1');
    $product = new WC_Product();
    require __DIR__ . '/okaeri/okaeri.php';
    foreach ($given['run'] as $step) {
        if ($step[0] === 'save') {
            (new Okaeri\Settings())->registerOption();
            update_option('okaeri', $step[1]);
            echo json_encode(['kept' => get_option('okaeri', []), 'errors' => array_column($errors, 'code')]);
        } elseif ($step[0] === 'digits') {
            echo json_encode(array_map([Okaeri\Currency::class, 'digits'], $step[1]));
        } elseif ($step[0] === 'variation') {
            $variation = new WC_Product(16);
            echo json_encode($hooks['woocommerce_available_variation'][0](['variation_id' => 16], $product, $variation));
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
