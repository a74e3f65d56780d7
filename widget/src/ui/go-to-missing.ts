import { rest } from '../lib/rest.ts';

/** Takes whoever sends a form to the first field of it that is marked as missing. */
export const goToMissing = async (form: HTMLElement | null): Promise<void> => {
  // The marks are drawn first.
  await rest();
  form
    ?.querySelector<HTMLElement>(
      'textarea[aria-invalid=true], [role=radiogroup][aria-invalid=true] input',
    )
    ?.focus();
};
