#!/bin/sh
# A day of a shop: an order, its points, a reward, the code at the checkout, a refund.
# Needs OKAERI_URL and OKAERI_KEY, and curl.
set -eu

say() { printf '\n%s\n' "$1"; }
call() { # method path [body] [idempotency key]
  curl --silent --show-error --fail-with-body --request "$1" "$OKAERI_URL$2" \
    --header "Authorization: Bearer $OKAERI_KEY" \
    ${4:+--header "Idempotency-Key: $4"} \
    ${3:+--header 'Content-Type: application/json' --data "$3"}
}
order() { # updatedAt refundedMinor
  printf '{
    "updatedAt": "%s", "placedAt": "2026-11-22T09:00:00Z", "paidAt": "2026-11-22T09:01:00Z",
    "paymentStatus": "paid", "fulfilledAt": "2026-11-22T10:00:00Z", "currency": "USD",
    "shopper": { "id": "mika", "email": "mika@example.com", "name": "Mika" },
    "lines": [{ "id": "1", "productId": "beans", "quantity": 2, "priceMinor": 30000, "refundedMinor": %s }]
  }' "$1" "$2"
}

say 'A product, so that receipts and reviews can name it. It is a state, too.'
call PUT /v1/products/beans '{
  "updatedAt": "2026-11-22T08:00:00Z", "title": { "en": "Coffee beans", "ja": "コーヒー豆" },
  "url": "https://shop.example/beans", "prices": { "USD": 30000 }, "available": true
}'

say 'An order. Send its full state as often as you like, in any order.'
call PUT /v1/orders/1001 "$(order 2026-11-22T10:00:00Z 0)"

say 'Points by hand. A repeat with the same key does nothing twice.'
call POST /v1/shoppers/mika/adjustments '{ "points": 600, "reason": "goodwill" }' goodwill-1
call POST /v1/shoppers/mika/adjustments '{ "points": 600, "reason": "goodwill" }' goodwill-1

say 'What Mika has.'
call GET /v1/shoppers/mika

say 'A reward, and its code.'
taken=$(call POST /v1/redemptions '{ "shopperId": "mika", "rewardId": "off5" }' reward-1)
echo "$taken"
code=$(echo "$taken" | sed -n 's/.*"code":"\([^"]*\)".*/\1/p')

say 'The checkout asks whether the code is good, and uses it.'
call POST "/v1/vouchers/$code/validate" '{ "currency": "USD", "basketMinor": 9000 }'
call POST "/v1/vouchers/$code/use" '{ "orderId": "1002" }'

say 'Half of the first order goes back, and half of its points.'
call PUT /v1/orders/1001 "$(order 2026-11-23T10:00:00Z 30000)"

say 'Why? Every row of the history has a receipt.'
call GET '/v1/shoppers/mika/transactions?limit=5'
echo
