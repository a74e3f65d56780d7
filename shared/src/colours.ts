/** A colour as `#rrggbb`. */
export type Colour = string;

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const channelsOf = (colour: Colour): readonly [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

const luminance = (colour: Colour): number => {
  const [red, green, blue] = channelsOf(colour).map(channel) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How well one colour stands out from another: 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrastOf = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** So much of one colour mixed into another, channel by channel: 0 is `from`, 1 is `to`. */
export const mix = (from: Colour, to: Colour, share: number): Colour => {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

const DARK: Colour = '#16130e';
const LIGHT: Colour = '#ffffff';
const BLACK: Colour = '#000000';

/** A text colour for a ground: a soft dark or white, and black where neither would do. */
export const textOn = (ground: Colour): Colour => {
  const best = contrastOf(ground, DARK) >= contrastOf(ground, LIGHT) ? DARK : LIGHT;
  return contrastOf(ground, best) >= 4.5 ? best : BLACK;
};

/** Steps in which a colour is moved until it can be read. */
const STEPS = 20;

/** The colour nearest to the wanted one that reaches a contrast on all the grounds, on the way to `text`. */
export const readable = (
  wanted: Colour,
  grounds: readonly Colour[],
  text: Colour,
  ratio: number,
): Colour => {
  for (let step = 0; step < STEPS; step += 1) {
    const colour = mix(wanted, text, step / STEPS);
    if (grounds.every((ground) => contrastOf(colour, ground) >= ratio)) return colour;
  }
  return text;
};
