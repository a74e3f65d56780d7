import type { JSX } from 'preact';
import { generate } from 'lean-qr/nano';

/** Blank squares around it, which readers need. */
const QUIET = 4;

/** A code to point a telephone at: black on white in every theme, or it is not read. */
export const QrCode = ({ text, label }: { text: string; label: string }): JSX.Element => {
  const code = generate(text);
  const squares = [...Array(code.size * code.size).keys()]
    .map((index): [number, number] => [index % code.size, Math.floor(index / code.size)])
    .filter(([x, y]) => code.get(x, y));
  const side = code.size + 2 * QUIET;
  return (
    <svg
      class="qr"
      part="qr"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z`} />
      <path fill="#000" d={squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')} />
    </svg>
  );
};
