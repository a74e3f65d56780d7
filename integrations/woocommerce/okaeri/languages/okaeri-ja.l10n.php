<?php

return [
    'domain' => 'okaeri',
    'language' => 'ja',
    'messages' => [
        'Okaeri' => 'Okaeri',
        'Points' => 'ポイント',
        'Address of your server' => 'サーバーのアドレス',
        'Public key' => '公開キー',
        'Identity secret (leave empty to keep it)' => 'IDシークレット（変更しない場合は空欄）',
        'What a product earns' => '商品で貯まるポイント',
        'Stars of a product' => '商品の星評価',
        'Reviews of a product' => '商品のレビュー',
        'What the cart earns' => 'カートで貯まるポイント',
        'Points in “My account”' => '「マイアカウント」のポイント',
        'The address must begin with https://.' => 'アドレスは https:// で始めてください。',
        'A public key begins with okr_pk_.' => '公開キーは okr_pk_ で始まります。',
        'An identity secret begins with okr_is_.' => 'IDシークレットは okr_is_ で始まります。',
    ],
];
