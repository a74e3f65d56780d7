import type { Theme, ThemeInput, ThemeOutcome } from '@okaeri/shared/themes';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';

/** The themes of a shop, and what is done with them. */
export const createThemes = () => {
  const known = createResource(async () => (await request(api().themes.$get())).items);
  const keep = (theme: Theme): void => {
    const before = known.value.peek() ?? [];
    const others = before.filter(({ id }) => id !== theme.id);
    known.set(
      others.length === before.length
        ? [...before, theme]
        : before.map((one) => (one.id === theme.id ? theme : one)),
    );
  };
  const act = async (work: () => Promise<Theme>, said: string): Promise<boolean> => {
    const theme = await runAction(work, said);
    if (theme !== undefined) keep(theme);
    return theme !== undefined;
  };
  return {
    all: known.value,
    load: () => known.load(),
    save: (themeId: string | null, json: ThemeInput): Promise<boolean> => {
      const param = { themeId: themeId ?? `theme-${crypto.randomUUID().slice(0, 6)}` };
      const route = api().themes[':themeId'];
      return act(() => request(route.$put({ param, json })), messages().surveys.themeSaved);
    },
    say: (themeId: string, json: ThemeOutcome): Promise<boolean> => {
      const route = api().themes[':themeId'].outcome;
      const param = { themeId };
      return act(() => request(route.$post({ param, json })), messages().surveys.outcomeSaved);
    },
  };
};

export type Themes = ReturnType<typeof createThemes>;
