<?php

/**
 * As much of WooCommerce's products and cart as the plugin calls, for the tests.
 */

declare(strict_types=1);

/** A product of the shop: `given.product` says what is other than usual of it. */
class WC_Product
{
    public function __construct(private readonly int $id = 93)
    {
    }

    private function said(string $name, mixed $usual): mixed
    {
        return $this->id === 93 ? ($GLOBALS['given']['product'][$name] ?? $usual) : $usual;
    }

    public function get_id(): int
    {
        return $this->id;
    }

    public function get_price(): string
    {
        return '18.00';
    }

    public function is_purchasable(): bool
    {
        return $this->said('purchasable', true);
    }

    public function is_type(string $type): bool
    {
        return $this->said('type', 'simple') === $type;
    }

    public function get_children(): array
    {
        return $this->said('children', []);
    }
}

class WC_Cart
{
    public function is_empty(): bool
    {
        return $this->get_cart() === [];
    }

    public function get_cart(): array
    {
        return $GLOBALS['given']['cart'] ?? [];
    }

    public function get_fees(): array
    {
        return array_map(static fn (array $fee): object => (object) $fee, $GLOBALS['given']['fees'] ?? []);
    }
}

function WC(): object
{
    return (object) ['cart' => new WC_Cart()];
}
