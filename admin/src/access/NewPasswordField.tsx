import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { messages } from '../i18n/messages.ts';
import { TextField } from '../ui/Field.tsx';

/** A password that is chosen, with what is asked of it. */
export const NewPasswordField = (props: {
  label: string;
  fault?: string | null;
  value: string;
  onValue: (value: string) => void;
}): JSX.Element => (
  <TextField
    {...props}
    hint={messages().password.hint(LIMITS.passwordMin)}
    type="password"
    autocomplete="new-password"
    required
    minLength={LIMITS.passwordMin}
    maxLength={LIMITS.passwordMax}
  />
);
