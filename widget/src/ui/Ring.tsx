import type { ComponentChildren, JSX } from 'preact';

/** How far something is, as a ring: solid is there, pale is on the way, the rest is missing. */
export const Ring = (props: {
  value: number;
  coming: number;
  max: number;
  children: ComponentChildren;
}): JSX.Element => {
  const { value, coming, max } = props;
  const part = (look: string, points: number): JSX.Element => (
    <circle
      class={look}
      cx="19"
      cy="19"
      r="17.4"
      pathLength="100"
      stroke-dasharray={`${Math.min(100, (points / max) * 100)} 100`}
    />
  );
  return (
    <>
      <svg class="circles" viewBox="0 0 38 38" aria-hidden="true">
        <circle cx="19" cy="19" r="17.4" />
        {part('half', value + coming)}
        {part('full', value)}
      </svg>
      {props.children}
    </>
  );
};
