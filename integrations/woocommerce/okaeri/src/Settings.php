<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * What the shop's owner enters: where the server is, and with which keys. The identity secret is never
 * shown again, and can stand in wp-config.php instead.
 */
final class Settings
{
    private const OPTION = 'okaeri';
    private const GROUP = 'okaeri';

    /** Places that can be switched off, each with what it is called. */
    public const PLACES = ['earn', 'stars', 'reviews', 'cart', 'account'];

    public function register(): void
    {
        add_action('admin_init', [$this, 'registerOption']);
        add_action('admin_menu', [$this, 'registerPage']);
    }

    public function host(): string
    {
        return rtrim($this->read('host'), '/');
    }

    public function publicKey(): string
    {
        return $this->read('public_key');
    }

    public function identitySecret(): string
    {
        return defined('OKAERI_IDENTITY_SECRET')
            ? (string) constant('OKAERI_IDENTITY_SECRET')
            : $this->read('identity_secret');
    }

    /** Whether the widget can be shown at all. */
    public function isReady(): bool
    {
        return $this->host() !== '' && $this->publicKey() !== '';
    }

    public function shows(string $place): bool
    {
        return $this->isReady() && $this->read("hide_$place") === '';
    }

    public function registerOption(): void
    {
        register_setting(self::GROUP, self::OPTION, [
            'type' => 'array',
            'sanitize_callback' => [$this, 'sanitize'],
            'default' => [],
        ]);
    }

    public function registerPage(): void
    {
        $title = __('Okaeri', 'okaeri');
        add_options_page($title, $title, 'manage_options', 'okaeri', [$this, 'showPage']);
    }

    /**
     * Keeps what can be used, and says what cannot. What it made it keeps as it is: WordPress hands the first
     * settings of all to it twice, for it updates what is not there by adding it.
     *
     * @param mixed $given
     * @return array<string,string>
     */
    public function sanitize($given): array
    {
        $given = is_array($given) ? array_map('strval', $given) : [];
        $kept = $this->all();
        $host = esc_url_raw(trim($given['host'] ?? ''), ['https']);
        $key = trim($given['public_key'] ?? '');
        $secret = trim($given['identity_secret'] ?? '');
        if ($host === '') {
            self::complain('host', __('The address must begin with https://.', 'okaeri'));
        }
        if (preg_match('/^okr_pk_\w+$/', $key) !== 1) {
            self::complain('key', __('A public key begins with okr_pk_.', 'okaeri'));
            $key = $kept['public_key'] ?? '';
        }
        if ($secret !== '' && preg_match('/^okr_is_[\w-]+$/', $secret) !== 1) {
            self::complain('secret', __('An identity secret begins with okr_is_.', 'okaeri'));
            $secret = '';
        }
        $next = [
            'host' => $host === '' ? ($kept['host'] ?? '') : rtrim($host, '/'),
            'public_key' => $key,
            // An empty field leaves the secret as it is.
            'identity_secret' => $secret === '' ? ($kept['identity_secret'] ?? '') : $secret,
        ];
        foreach (self::PLACES as $place) {
            // A form says what is shown; what was made here before says what is hidden.
            $next["hide_$place"] = $given["hide_$place"] ?? (isset($given["show_$place"]) ? '' : '1');
        }
        return $next;
    }

    /** Says a fault once. */
    private static function complain(string $code, string $message): void
    {
        if (!in_array($code, array_column(get_settings_errors(self::OPTION), 'code'), true)) {
            add_settings_error(self::OPTION, $code, $message);
        }
    }

    public function showPage(): void
    {
        if (!current_user_can('manage_options')) {
            return;
        }
        echo '<div class="wrap"><h1>' . esc_html__('Okaeri', 'okaeri') . '</h1><form method="post" action="options.php">';
        settings_fields(self::GROUP);
        echo '<table class="form-table" role="presentation">';
        $this->showField('host', __('Address of your server', 'okaeri'), $this->host(), 'url');
        $this->showField('public_key', __('Public key', 'okaeri'), $this->publicKey(), 'text');
        if (!defined('OKAERI_IDENTITY_SECRET')) {
            $this->showField('identity_secret', __('Identity secret (leave empty to keep it)', 'okaeri'), '', 'password');
        }
        $labels = [
            'earn' => __('What a product earns', 'okaeri'),
            'stars' => __('Stars of a product', 'okaeri'),
            'reviews' => __('Reviews of a product', 'okaeri'),
            'cart' => __('What the cart earns', 'okaeri'),
            'account' => __('Points in “My account”', 'okaeri'),
        ];
        foreach (self::PLACES as $place) {
            $this->showSwitch($place, $labels[$place]);
        }
        echo '</table>';
        submit_button();
        echo '</form></div>';
    }

    private function showField(string $name, string $label, string $value, string $type): void
    {
        printf(
            '<tr><th scope="row"><label for="okaeri_%1$s">%2$s</label></th><td><input class="regular-text" id="okaeri_%1$s" '
                . 'type="%4$s" name="%5$s[%1$s]" value="%3$s" autocomplete="off" /></td></tr>',
            esc_attr($name),
            esc_html($label),
            esc_attr($value),
            esc_attr($type),
            esc_attr(self::OPTION),
        );
    }

    private function showSwitch(string $place, string $label): void
    {
        printf(
            '<tr><th scope="row">%2$s</th><td><input type="checkbox" id="okaeri_show_%1$s" aria-label="%3$s" '
                . 'name="%4$s[show_%1$s]" value="1" %5$s/></td></tr>',
            esc_attr($place),
            esc_html($label),
            esc_attr($label),
            esc_attr(self::OPTION),
            checked($this->read("hide_$place"), '', false),
        );
    }

    private function read(string $name): string
    {
        return (string) ($this->all()[$name] ?? '');
    }

    /** @return array<string,string> */
    private function all(): array
    {
        $kept = get_option(self::OPTION, []);
        return is_array($kept) ? $kept : [];
    }
}
