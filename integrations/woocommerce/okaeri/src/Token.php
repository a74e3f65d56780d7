<?php

declare(strict_types=1);

namespace Okaeri;

/**
 * Shopper tokens: JWT, HS256, signed with the shop's identity secret (RFC 7519, RFC 7518 section 3.2).
 */
final class Token
{
    /** Seconds a token is good for; the server takes an hour at most. */
    public const LIFE_SECONDS = 900;

    public function __construct(
        private readonly string $publicKey,
        private readonly string $identitySecret,
    ) {
    }

    /**
     * Signs a token for a customer.
     *
     * @param string               $customerId the id under which orders name the customer
     * @param array<string,string> $profile    email, name and locale, where they are known
     * @param int                  $now        seconds since 1970
     */
    public function sign(string $customerId, array $profile, int $now): string
    {
        $claims = array_filter($profile, static fn (string $text): bool => $text !== '') + [
            'aud' => $this->publicKey,
            'sub' => $customerId,
            'iat' => $now,
            'exp' => $now + self::LIFE_SECONDS,
        ];
        $signed = self::encode(['alg' => 'HS256', 'typ' => 'JWT']) . '.' . self::encode($claims);
        return $signed . '.' . self::base64url(hash_hmac('sha256', $signed, $this->identitySecret, true));
    }

    /** @param array<string,mixed> $part */
    private static function encode(array $part): string
    {
        return self::base64url(json_encode($part, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR));
    }

    private static function base64url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
