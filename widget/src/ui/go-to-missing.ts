import { yieldToMain } from '../lib/yield-to-main.ts';

/** Takes the focus of a sent form to the first field of it that is marked as missing. */
export const goToMissing = async (form: HTMLElement | null): Promise<void> => {
  // The marks are drawn first.
  await yieldToMain();
  form
    ?.querySelector<HTMLElement>(
      'textarea[aria-invalid=true], [role=radiogroup][aria-invalid=true] input',
    )
    ?.focus();
};
