<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * Digits after the point, as ISO 4217 has them and the server counts: WooCommerce's own number of decimals is
 * only how prices are shown.
 */
final class Currency
{
    private const UNUSUAL = [
        0 => 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
        3 => 'BHD IQD JOD KWD LYD OMR TND',
        4 => 'CLF UYW',
    ];

    public static function digits(string $currency): int
    {
        foreach (self::UNUSUAL as $digits => $currencies) {
            if (in_array($currency, explode(' ', $currencies), true)) {
                return $digits;
            }
        }
        return 2;
    }
}
