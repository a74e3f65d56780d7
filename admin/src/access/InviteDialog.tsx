import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Role } from '@okaeri/shared/roles';
import type { Invitation } from '@okaeri/shared/team';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Team } from './team-model.ts';

/** Invites somebody into the team, and shows the link to send them. */
export const InviteDialog = ({
  team,
  onClose,
}: {
  team: Team;
  onClose: () => void;
}): JSX.Element => {
  const email = useSignal('');
  const role = useSignal<Role>('manager');
  const made = useSignal<Invitation | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const send = async (): Promise<void> => {
    isBusy.value = true;
    const json = { email: email.value.trim(), role: role.value };
    const invitation = await runAction(() => request(api().team.invitations.$post({ json })));
    isBusy.value = false;
    if (invitation === undefined) return;
    made.value = invitation;
    await team.invitations.load();
  };
  if (made.value !== null)
    return (
      <Dialog
        title={w.team.invite}
        onClose={onClose}
        actions={
          <Button kind="primary" onClick={onClose}>
            {w.app.close}
          </Button>
        }
      >
        <div class="stack">
          <p>{w.team.invited}</p>
          <Copy label={w.team.link} text={made.value.url} />
        </div>
      </Dialog>
    );
  return (
    <FormDialog
      title={w.team.invite}
      action={w.team.send}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <TextField
        label={w.team.email}
        type="email"
        required
        autoFocus
        value={email.value}
        onValue={(text) => (email.value = text)}
      />
      <SelectField
        label={w.team.role}
        hint={w.roleTexts[role.value]}
        value={role.value}
        options={w.roles}
        onValue={(chosen) => (role.value = chosen)}
      />
    </FormDialog>
  );
};
