import type { JSX } from 'preact';
import { OkaeriError } from '@okaeri/client/problem';
import type { ProfileChange } from '@okaeri/shared/shoppers';
import type { AppModel } from '../app/model.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { EarnRow } from './earn-rules.ts';

/** A way to earn, and whose. */
export interface ActProps {
  readonly model: AppModel;
  readonly row: EarnRow;
}

/** Changes the profile; what is in the row may be gone then, and the focus stays in the panel. */
export const saveProfile = async (
  model: AppModel,
  change: ProfileChange,
  element: HTMLElement | null,
): Promise<MessageKey | null> => {
  try {
    const me = await (await model.client()).editProfile(change);
    element?.closest<HTMLElement>('[role=tabpanel]')?.focus();
    model.session.setMe(me);
    model.announcement.value = model.words.say('saved');
    return null;
  } catch (error) {
    const locked = error instanceof OkaeriError && error.code === 'birthdayLocked';
    return locked ? 'birthdayTooSoon' : 'failed';
  }
};

/** What went wrong, and that nothing was changed by it. */
export const Failed = (props: { model: AppModel; failed: MessageKey | null }): JSX.Element | null =>
  props.failed && (
    <p class="alert" role="alert">
      {props.model.words.say(props.failed)}
    </p>
  );
