import type { JSX } from 'preact';

/** What is wrong with a picker, else its hint. */
export const PickerNote = (props: {
  id: string;
  hint: string | undefined;
  fault: string | null | undefined;
}): JSX.Element | null => {
  const { id, hint, fault } = props;
  if (fault)
    return (
      <p class="fault" id={id} role="alert">
        {fault}
      </p>
    );
  return hint === undefined ? null : (
    <p class="hint" id={id}>
      {hint}
    </p>
  );
};
