import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import { toJson } from '@okaeri/client/to-json';
import type { ProfileChange } from '@okaeri/shared/shoppers';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import type { Language } from '../i18n/languages.ts';

/** What the form holds. */
interface ProfileDraft {
  readonly name: string;
  /** What the widget speaks on this device, and letters to the shopper everywhere. */
  readonly language: Language;
  readonly birthday: string | null;
  readonly newsletter: boolean;
  readonly personalised: boolean;
}

/** The acts of the profile. */
export interface ProfileModel {
  readonly draft: ReadonlySignal<ProfileDraft>;
  readonly status: ReadonlySignal<'idle' | 'busy' | 'saved' | 'failed'>;
  /** The birthday was changed too lately. */
  readonly locked: ReadonlySignal<boolean>;
  change(change: Partial<ProfileDraft>): void;
  /** Sends what has changed, and nothing else. */
  save(): Promise<void>;
  /** Puts everything that is kept into a file. */
  download(): Promise<void>;
  /** Leaves the programme. */
  leave(): Promise<void>;
}

const draftOf = ({ shopper }: Me, language: Language): ProfileDraft => ({
  language,
  name: shopper.name ?? '',
  birthday: shopper.birthday,
  newsletter: shopper.newsletter,
  personalised: shopper.personalised,
});

const changeBetween = (before: ProfileDraft, after: ProfileDraft): ProfileChange => ({
  ...(after.name !== before.name && { name: after.name.trim() === '' ? null : after.name.trim() }),
  ...(after.language !== before.language && { locale: after.language }),
  ...(after.birthday !== before.birthday && { birthday: after.birthday }),
  ...(after.newsletter !== before.newsletter && { newsletter: after.newsletter }),
  ...(after.personalised !== before.personalised && { personalised: after.personalised }),
});

const saveFile = (name: string, content: unknown): void => {
  const url = URL.createObjectURL(new Blob([toJson(content, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has begun to read it by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url));
};

export const createProfileModel = (app: AppModel, me: Me): ProfileModel => {
  const { session, words } = app;
  let kept = draftOf(me, words.language);
  const draft = signal(kept);
  const status = signal<'idle' | 'busy' | 'saved' | 'failed'>('idle');
  const locked = signal(false);

  const attempt = async (done: 'saved' | 'idle', work: () => Promise<void>): Promise<void> => {
    if (status.value === 'busy') return;
    status.value = 'busy';
    locked.value = false;
    try {
      await work();
      status.value = done;
    } catch (error) {
      locked.value = error instanceof OkaeriError && error.code === 'birthdayLocked';
      status.value = 'failed';
    }
  };

  return {
    draft,
    status,
    locked,
    change: (change) => {
      draft.value = { ...draft.value, ...change };
      if (status.value !== 'busy') status.value = 'idle';
    },
    save: () =>
      attempt('saved', async () => {
        const next = await (await app.client()).editProfile(changeBetween(kept, draft.value));
        session.setMe(next);
        kept = draftOf(next, draft.value.language);
        draft.value = kept;
        app.announcement.value = words.say('saved');
        if (kept.language !== words.language) app.setLanguage(kept.language);
      }),
    download: () =>
      attempt('idle', async () => {
        saveFile('okaeri.json', await (await app.client()).exportMe());
        app.announcement.value = words.say('exported');
      }),
    leave: () =>
      attempt('idle', async () => {
        await (await app.client()).leave();
        app.page.value = 'home';
        app.announcement.value = words.say('left');
        app.emit('leave', undefined);
        await session.identify(null);
      }),
  };
};
