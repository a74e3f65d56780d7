import type { JSX } from 'preact';

/** Why a form was not taken, where no field of it is to blame alone. Screen readers hear it at once. */
export const FormFault = ({ text }: { text: string | null }): JSX.Element | null =>
  text === null ? null : (
    <p class="fault" role="alert">
      {text}
    </p>
  );
