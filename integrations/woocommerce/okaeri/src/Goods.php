<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * What would be ordered, as the order will say it: prices without tax, and the tax beside them. So the server
 * counts for a page what its programme counts for the order, with tax or without it.
 */
final class Goods
{
    /** Digits that are kept of a single price; WooCommerce rounds sums, not the prices they are made of. */
    private const PRICE_DIGITS = 6;

    /** Pieces whose tax is asked for at once, for what is lost by rounding it is lost once for all of them. */
    private const MANY = 10000;

    /** Variations that WooCommerce puts into a page; of more it asks for the one that is chosen. */
    private const VARIATIONS_MAX = 30;

    /**
     * One piece of a product, and of each of its variations where they are few.
     *
     * @return array<string,mixed>
     */
    public static function ofProduct(\WC_Product $product): array
    {
        $line = ['productId' => (string) $product->get_id(), 'quantity' => 1] + self::piece($product);
        return self::money() + ['lines' => [$line], 'variations' => self::variations($product)];
    }

    /**
     * Price and tax of one piece, for whoever looks at it.
     *
     * @return array{net:float,tax:float}
     */
    public static function piece(\WC_Product $product): array
    {
        $net = (float) wc_get_price_excluding_tax($product);
        $gross = (float) wc_get_price_including_tax($product, ['qty' => self::MANY]) / self::MANY;
        return ['net' => round($net, self::PRICE_DIGITS), 'tax' => round(max(0.0, $gross - $net), self::PRICE_DIGITS)];
    }

    /**
     * The lines of a cart, and what fees below zero take off them.
     *
     * @return array<string,mixed>
     */
    public static function ofCart(\WC_Cart $cart): array
    {
        $lines = [];
        foreach ($cart->get_cart() as $item) {
            $lines[] = [
                'productId' => (string) $item['product_id'],
                'quantity' => $item['quantity'],
                'net' => self::sum($item['line_total'] ?? 0),
                'tax' => self::sum($item['line_tax'] ?? 0),
            ];
        }
        $off = ['net' => 0.0, 'tax' => 0.0];
        foreach ($cart->get_fees() as $fee) {
            $off['net'] += max(0.0, -self::sum($fee->total ?? 0));
            $off['tax'] += max(0.0, -self::sum($fee->tax ?? 0));
        }
        return self::money() + ['lines' => $lines, 'off' => $off];
    }

    /** @return array<string,mixed> */
    private static function money(): array
    {
        $currency = get_woocommerce_currency();
        $digits = Currency::digits($currency);
        return ['currency' => $currency, 'digits' => $digits, 'decimals' => min($digits, wc_get_price_decimals())];
    }

    /** A sum as WooCommerce tells it of an order. */
    private static function sum(mixed $amount): float
    {
        return round((float) $amount, wc_get_price_decimals());
    }

    /** @return array<string,array{net:float,tax:float}>|\stdClass */
    private static function variations(\WC_Product $product): array|\stdClass
    {
        $ids = $product->is_type('variable') ? $product->get_children() : [];
        $found = [];
        foreach (count($ids) > self::VARIATIONS_MAX ? [] : $ids as $id) {
            $variation = wc_get_product($id);
            if ($variation instanceof \WC_Product && $variation->get_price() !== '') {
                $found[(string) $id] = self::piece($variation);
            }
        }
        return $found === [] ? new \stdClass() : $found;
    }
}
