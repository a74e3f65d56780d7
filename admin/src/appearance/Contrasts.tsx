import type { JSX } from 'preact';
import type { Theme } from '@okaeri/shared/appearance';
import { messages } from '../i18n/messages.ts';
import { contrastsOf, type Contrast, type Pair } from './contrast-rules.ts';

/** What comes of the brand's colour: what can be read, and what was changed so that it can. */
export const Contrasts = ({ theme }: { theme: Theme }): JSX.Element => (
  <div class="schemes">
    {contrastsOf(theme).map((one) => (
      <Scheme key={one.scheme} of={one} />
    ))}
  </div>
);

function Scheme({ of }: { of: Contrast }): JSX.Element {
  const w = messages().appearance;
  return (
    <div class="scheme">
      <h3>{w.schemes[of.scheme]}</h3>
      <ul>
        {of.pairs.map((pair) => (
          <Sample key={pair.name} pair={pair} />
        ))}
      </ul>
      {of.replaced && (
        <p class="note warn" role="status">
          {w.replaced({ ...of.replaced, ratio: of.replaced.ratio.toFixed(1) })}
        </p>
      )}
    </div>
  );
}

function Sample({ pair }: { pair: Pair }): JSX.Element {
  const w = messages().appearance;
  return (
    <li>
      <span ref={painted(pair.front, pair.back)} class="swatch">
        {w.pairs[pair.name]}
      </span>
      <span class="quiet small">{w.ratio(pair.ratio.toFixed(1))}</span>
    </li>
  );
}

/** The page's policy allows no style in markup; a script may set one. */
function painted(front: string, back: string) {
  return (node: HTMLElement | null): void => {
    node?.style.setProperty('color', front);
    node?.style.setProperty('background', back);
  };
}
