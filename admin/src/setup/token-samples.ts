/** In what a shop's server is written. */
export type SampleLanguage = 'node' | 'php' | 'python' | 'liquid';

type Write = (of: { host: string; publicKey: string }) => string;

const SAMPLES: Readonly<Record<SampleLanguage, Write>> = {
  node: ({ publicKey }) => `// Express, with "npm install @okaeri/node"
import { signShopperToken } from '@okaeri/node/shopper-token';

app.get('/loyalty-token', async (req, res) => {
  res.set('Cache-Control', 'no-store');
  if (!req.user) return res.json({ token: null });
  const token = await signShopperToken({
    publicKey: '${publicKey}',
    identitySecret: process.env.OKAERI_IDENTITY_SECRET,
    shopper: {
      id: String(req.user.id), // as your orders name them
      email: req.user.email,
      emailVerified: req.user.emailVerified,
    },
  });
  return res.json({ token });
});`,
  php: ({ publicKey }) => `<?php
// /loyalty-token: answers who is signed in
session_start();
header('Content-Type: application/json');
header('Cache-Control: no-store');

function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

$user = $_SESSION['user'] ?? null; // however your shop knows them
if ($user === null) {
    echo json_encode(['token' => null]);
    exit;
}
$now = time();
$head = json_encode(['alg' => 'HS256', 'typ' => 'JWT']);
$claims = json_encode([
    'aud' => '${publicKey}',
    'sub' => (string) $user['id'], // as your orders name them
    'iat' => $now,
    'exp' => $now + 600,
    'email' => $user['email'],
    'email_verified' => $user['email_verified'],
]);
$signed = base64url($head) . '.' . base64url($claims);
$mac = hash_hmac('sha256', $signed, getenv('OKAERI_IDENTITY_SECRET'), true);
echo json_encode(['token' => $signed . '.' . base64url($mac)]);`,
  python: ({ publicKey }) => `import base64, hashlib, hmac, json, os, time


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# Answer /loyalty-token with this as JSON and with "Cache-Control: no-store".
def loyalty_token(user):
    if user is None:
        return {"token": None}
    now = int(time.time())
    claims = {
        "aud": "${publicKey}",
        "sub": str(user.id),  # as your orders name them
        "iat": now,
        "exp": now + 600,
        "email": user.email,
        "email_verified": user.email_verified,
    }
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    signed = ".".join(base64url(json.dumps(part).encode()) for part in parts)
    secret = os.environ["OKAERI_IDENTITY_SECRET"].encode()
    mac = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    return {"token": signed + "." + base64url(mac)}`,
  liquid: ({ host, publicKey }) => `<script
  async
  src="${host}/widget/v1/okaeri.js"
  data-shop="${publicKey}"
  data-token-url="/apps/okaeri/token"
  data-lang="{{ request.locale.iso_code | escape }}"
  data-sign-in-url="{{ routes.account_login_url | escape }}"
></script>`,
};

/** What a shop's server needs to say who is signed in. The secret itself is never in it. */
export const sampleFor = (
  language: SampleLanguage,
  of: { host: string; publicKey: string },
): string => SAMPLES[language](of);
