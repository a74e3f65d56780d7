import { api } from '../app/session.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';

/** Who works for the shop, and who is invited. */
export const createTeam = () => {
  const members = createResource(() => request(api().team.$get()));
  const invitations = createResource(() => request(api().team.invitations.$get()));
  return {
    members,
    invitations,
    load: async (): Promise<void> => {
      await Promise.all([members.load(), invitations.load()]);
    },
  };
};
export type Team = ReturnType<typeof createTeam>;
