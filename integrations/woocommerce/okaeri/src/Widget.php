<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * The snippet on every page of the shop, and the address that says who is signed in. Pages carry no
 * token, so that they can be cached.
 */
final class Widget
{
    /** Of the plugin; a browser keeps its scripts until it is another. */
    public const VERSION = '1.2.0';

    private const HANDLE = 'okaeri';
    private const APPLY = 'okaeri-apply';
    private const ACTION = 'okaeri_token';

    public function __construct(private readonly Settings $settings)
    {
    }

    public function register(): void
    {
        add_action('wp_enqueue_scripts', [$this, 'enqueue']);
        add_filter('script_loader_tag', [$this, 'addAttributes'], 10, 2);
        add_action('wp_ajax_' . self::ACTION, [$this, 'answerToken']);
        add_action('wp_ajax_nopriv_' . self::ACTION, [$this, 'answerToken']);
    }

    public function enqueue(): void
    {
        if (!$this->settings->isReady()) {
            return;
        }
        $source = $this->settings->host() . '/widget/v1/okaeri.js';
        // No version in the address: the server says itself how long the script is good.
        wp_enqueue_script(self::HANDLE, $source, [], null, ['in_footer' => true, 'strategy' => 'async']);
        // Rewards go into the cart in one tap.
        $apply = plugins_url('assets/apply.js', __DIR__);
        wp_enqueue_script(self::APPLY, $apply, [], self::VERSION, ['in_footer' => true, 'strategy' => 'defer']);
        // The lines keep their place until the script is there, so that nothing moves when they come.
        wp_enqueue_style(self::HANDLE, plugins_url('assets/okaeri.css', __DIR__), [], self::VERSION);
    }

    public function addAttributes(string $tag, string $handle): string
    {
        return match ($handle) {
            self::HANDLE => self::withAttributes($tag, $this->attributes()),
            self::APPLY => self::withAttributes($tag, ['data-store' => rest_url('wc/store/v1/')]),
            default => $tag,
        };
    }

    /** @return array<string,string> */
    private function attributes(): array
    {
        return [
            'data-shop' => $this->settings->publicKey(),
            'data-token-url' => wp_make_link_relative(admin_url('admin-ajax.php?action=' . self::ACTION)),
            'data-sign-in-url' => function_exists('wc_get_page_permalink')
                ? (string) wc_get_page_permalink('myaccount')
                : wp_login_url(),
        ];
    }

    /** @param array<string,string> $attributes */
    private static function withAttributes(string $tag, array $attributes): string
    {
        $text = '';
        foreach ($attributes as $name => $value) {
            $text .= sprintf(' %s="%s"', $name, esc_attr($value));
        }
        return str_replace(' src=', $text . ' src=', $tag);
    }

    /** Answers with a token for whoever is signed in, and with none for a guest. */
    public function answerToken(): void
    {
        nocache_headers();
        $user = wp_get_current_user();
        $secret = $this->settings->identitySecret();
        if ($user->ID === 0 || $secret === '' || !$this->settings->isReady()) {
            wp_send_json(['token' => null]);
        }
        $token = new Token($this->settings->publicKey(), $secret);
        // WordPress does not see to it that an address is its owner's: it is not said to be verified.
        $profile = [
            'email' => (string) $user->user_email,
            'name' => (string) $user->display_name,
            'locale' => str_replace('_', '-', substr(get_user_locale($user), 0, 5)),
        ];
        wp_send_json(['token' => $token->sign((string) $user->ID, $profile, time())]);
    }
}
