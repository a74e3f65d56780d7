<?php

/**
 * Plugin Name: Okaeri
 * Description: Points, rewards and reviews of your Okaeri server in your shop.
 * Version: 1.2.0
 * Requires at least: 6.5
 * Requires PHP: 8.1
 * Requires Plugins: woocommerce
 * License: MIT
 * Text Domain: okaeri
 * Domain Path: /languages
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

require_once __DIR__ . '/src/Token.php';
require_once __DIR__ . '/src/Settings.php';
require_once __DIR__ . '/src/Widget.php';
require_once __DIR__ . '/src/Currency.php';
require_once __DIR__ . '/src/Goods.php';
require_once __DIR__ . '/src/Places.php';

add_action('init', static function (): void {
    load_plugin_textdomain('okaeri', false, 'okaeri/languages');
});

register_activation_hook(__FILE__, static function (): void {
    // The page of points in “My account” has an address of its own.
    (new Okaeri\Places(new Okaeri\Settings()))->addEndpoint();
    flush_rewrite_rules();
});

(static function (): void {
    $settings = new Okaeri\Settings();
    $settings->register();
    (new Okaeri\Widget($settings))->register();
    (new Okaeri\Places($settings))->register();
})();
