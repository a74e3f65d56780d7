/** A computed colour: red, green and blue from 0 to 1, and how much of it there is. */
export type Paint = readonly [red: number, green: number, blue: number, alpha: number];

/** Text needs 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT_RATIO = 4.5;
/** Where black and white are told from it equally well (WCAG 2.2, "contrast ratio"). */
const MIDDLE = 0.179;

/** Reads `color(srgb …)`, as browsers write colours that are computed from others. */
export const paintOf = (css: string): Paint | null => {
  const said = /^color\(srgb (.+)\)/.exec(css)?.[1];
  if (said === undefined) return null;
  // What is `none` counts as nothing.
  const [red = 0, green = 0, blue = 0, alpha = 1] = said.split(/[ /]+/).map((part) => +part || 0);
  return [red, green, blue, alpha];
};

/** What is seen where one paint lies over another. */
export const layOver = (upper: Paint, under: Paint): Paint => {
  const mix = (at: 0 | 1 | 2): number => upper[at] * upper[3] + under[at] * (1 - upper[3]);
  return [mix(0), mix(1), mix(2), 1];
};

const luminanceOf = (paint: Paint): number => {
  const [red = 0, green = 0, blue = 0] = paint.map((share) =>
    share > 0.04 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
};

/** Whether light text is told from the ground better than dark text. */
export const isDark = (ground: Paint): boolean => luminanceOf(ground) - 0.05 < MIDDLE;

/** Whether a text can be read on the ground. */
export const isReadable = (text: Paint, ground: Paint): boolean => {
  const ratio = luminanceOf(text) / luminanceOf(ground);
  return Math.max(ratio, 1 / ratio) >= TEXT_RATIO;
};
