import type { BatchedProduct } from '@okaeri/shared/products';

/** What the demo shop sells. Prices are in yen and contain their tax. */
export interface Product {
  readonly id: string;
  readonly priceMinor: number;
  readonly name: { readonly en: string; readonly ja: string };
  readonly text: { readonly en: string; readonly ja: string };
  readonly tags: readonly string[];
}

export const CATALOGUE: readonly Product[] = [
  {
    id: 'asagiri',
    priceMinor: 1800,
    name: { en: 'Asagiri, light roast', ja: '朝霧 浅煎り' },
    text: {
      en: 'Ethiopian beans, roasted at dawn. Bergamot, white peach, a long clean finish.',
      ja: '夜明けに焙煎するエチオピア。ベルガモットと白桃、澄んだ余韻。',
    },
    tags: ['coffee'],
  },
  {
    id: 'yoiyami',
    priceMinor: 1650,
    name: { en: 'Yoiyami, dark roast', ja: '宵闇 深煎り' },
    text: {
      en: 'Sumatra and Brazil, roasted slowly. Cacao, walnut, the last light of the day.',
      ja: 'スマトラとブラジルをじっくりと。カカオと胡桃、一日の終わりに。',
    },
    tags: ['coffee'],
  },
  {
    id: 'dripper',
    priceMinor: 3900,
    name: { en: 'Hasami dripper', ja: '波佐見焼ドリッパー' },
    text: {
      en: 'Thrown in Hasami. Three ribs, one generous hole, warm in the hand.',
      ja: '波佐見で挽いた磁器。三本のリブと大きな一つ穴、手になじむ形。',
    },
    tags: ['ware'],
  },
  {
    id: 'mug',
    priceMinor: 2800,
    name: { en: 'Everyday mug', ja: '毎日のマグ' },
    text: {
      en: 'Ash glaze over stoneware; no two alike. Holds 300 ml and a morning.',
      ja: '灰釉の炻器、ひとつとして同じものはありません。300ml。',
    },
    tags: ['ware'],
  },
  {
    id: 'tin',
    priceMinor: 1200,
    name: { en: 'Tea-caddy tin', ja: '茶筒' },
    text: {
      en: 'Tinplate with a lid that closes by its own weight. Keeps 200 g fresh.',
      ja: '自らの重みで閉まるブリキの筒。豆200gを新鮮に。',
    },
    tags: ['ware'],
  },
  {
    id: 'cloth',
    priceMinor: 980,
    name: { en: 'Linen cloth', ja: 'リネンクロス' },
    text: {
      en: 'Washed linen from Shiga, for cups, for counters, for bread.',
      ja: '滋賀のウォッシュドリネン。器にも、台にも、パンにも。',
    },
    tags: ['linen'],
  },
];

/** When anything in the catalogue changed last. */
const CHANGED_AT = '2026-11-29T00:00:00Z';

/**
 * The catalogue as Okaeri is told of it.
 *
 * @param shopUrl where the shop is
 */
export const productStates = (shopUrl: string): BatchedProduct[] =>
  CATALOGUE.map(({ id, name, priceMinor, tags }) => ({
    productId: id,
    updatedAt: CHANGED_AT,
    title: name,
    url: `${shopUrl}/product?id=${id}`,
    imageUrl: `${shopUrl}/assets/images/${id}.svg`,
    prices: { JPY: priceMinor },
    tags: [...tags],
  }));
