import { Select } from '../ui/Select.tsx';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { UserPlus } from 'lucide';
import type { Role } from '@okaeri/shared/roles';
import type { Member } from '@okaeri/shared/team';
import { account, api } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatDay, formatTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Copy } from '../ui/Copy.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { createTeam, type Team } from './team-model.ts';

/** Who works in the console. */
export const TeamPage = (): JSX.Element => {
  const team = useMemo(createTeam, []);
  const isInviting = useSignal(false);
  const w = messages().team;
  useEffect(() => void team.load(), [team]);
  return (
    <Page
      crumbs={settingsCrumb()}
      title={w.title}
      text={w.text}
      actions={
        <Button kind="primary" icon={UserPlus} onClick={() => (isInviting.value = true)}>
          {w.invite}
        </Button>
      }
    >
      <Members team={team} />
      <Invitations team={team} />
      {isInviting.value && <InviteDialog team={team} onClose={() => (isInviting.value = false)} />}
    </Page>
  );
};

function Members({ team }: { team: Team }): JSX.Element {
  const removing = useSignal<Member | null>(null);
  const found = team.members.value.value;
  const fault = team.members.fault.value;
  const w = messages();
  if (fault) return <Fault fault={fault} onRetry={() => void team.load()} />;
  if (found === undefined) return <Skeleton />;
  return (
    <>
      <ul class="rows">
        {found.items.map((member) => (
          <li key={member.userId}>
            <div class="grow">
              <strong>{member.name}</strong>
              {member.email === account.value?.email && <span class="badge">{w.team.you}</span>}
              {member.hasSecondFactor && <span class="badge good">{w.team.second}</span>}
              <p class="quiet small">
                {member.email} · {w.team.since} {formatDay(member.since)}
              </p>
            </div>
            <RoleSelect member={member} team={team} />
            <Button
              kind="quiet"
              aria-label={`${w.team.remove}: ${member.name}`}
              onClick={() => (removing.value = member)}
            >
              {w.team.remove}
            </Button>
          </li>
        ))}
      </ul>
      {removing.value && (
        <RemoveDialog member={removing.value} team={team} onClose={() => (removing.value = null)} />
      )}
    </>
  );
}

function Invitations({ team }: { team: Team }): JSX.Element | null {
  const items = team.invitations.value.value?.items ?? [];
  const w = messages();
  if (items.length === 0) return null;
  const withdraw = async (invitationId: string): Promise<void> => {
    const param = { invitationId };
    const route = api().team.invitations[':invitationId'];
    await runAction(() => request(route.$delete({ param })), w.team.withdrawn);
    await team.invitations.load();
  };
  return (
    <section>
      <h2>{w.team.open}</h2>
      <ul class="rows">
        {items.map(({ id, email, role, url, expiresAt }) => (
          <li key={id} class="wrap">
            <div class="grow">
              <strong>{email}</strong> <span class="badge">{w.roles[role]}</span>
              {expiresAt && <p class="quiet small">{w.team.until(formatTime(expiresAt))}</p>}
            </div>
            <Copy label={`${w.team.link}: ${email ?? ''}`} text={url} />
            <Button kind="quiet" onClick={() => void withdraw(id)}>
              {w.team.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoleSelect({ member, team }: { member: Member; team: Team }): JSX.Element {
  const w = messages();
  const change = async (role: Role): Promise<void> => {
    const param = { userId: member.userId };
    const said = w.team.changed(member.name, w.roles[role]);
    await runAction(() => request(api().team[':userId'].$put({ param, json: { role } })), said);
    await team.members.load();
  };
  return (
    <label class="small-select">
      <span class="hidden">
        {w.team.role}: {member.name}
      </span>
      <Select<Role> value={member.role} options={w.roles} onValue={(role) => void change(role)} />
    </label>
  );
}

function RemoveDialog(props: { member: Member; team: Team; onClose: () => void }): JSX.Element {
  const { member, team, onClose } = props;
  const w = messages();
  const remove = async (): Promise<void> => {
    const param = { userId: member.userId };
    await runAction(
      () => request(api().team[':userId'].$delete({ param })),
      w.team.removed(member.name),
    );
    await team.members.load();
  };
  return (
    <ConfirmDialog
      title={w.team.removeTitle(member.name)}
      action={w.team.remove}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      {w.team.removeText}
    </ConfirmDialog>
  );
}
