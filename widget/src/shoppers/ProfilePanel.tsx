import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useMemo } from '../ui/hooks.ts';
import type { Me } from '@okaeri/shared/storefront';
import { WIDGET_LANGUAGES } from '@okaeri/shared/widget-languages';
import type { AppModel } from '../app/model.ts';
import type { Language } from '../i18n/languages.ts';
import { BirthdayField } from '../ui/BirthdayField.tsx';
import { Button } from '../ui/Button.tsx';
import { createProfileModel, type ProfileModel } from './profile-model.ts';

interface Props {
  readonly model: AppModel;
  readonly profile: ProfileModel;
}

/** A language by the name its own speakers give it. */
const ownName = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

const LanguageChoice = ({ model, profile }: Props): JSX.Element => (
  <label>
    {model.words.say('language')}
    <select
      value={profile.draft.value.language}
      onChange={(event) => profile.change({ language: event.currentTarget.value as Language })}
    >
      {Object.keys(WIDGET_LANGUAGES).map((language) => (
        <option key={language} value={language} lang={language}>
          {ownName(language)}
        </option>
      ))}
    </select>
  </label>
);

const Switch = (props: {
  label: string;
  note?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): JSX.Element => (
  <label class="switch">
    <input
      type="checkbox"
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span>
      {props.label}
      {props.note !== undefined && <span class="quiet-text">{props.note}</span>}
    </span>
  </label>
);

const Form = ({ model, profile }: Props): JSX.Element => {
  const { say } = model.words;
  const { name, newsletter, personalised } = profile.draft.value;
  const { status } = profile;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void profile.save();
      }}
    >
      <label>
        {say('name')}
        <input
          type="text"
          autoComplete="name"
          maxLength={200}
          value={name}
          onInput={(event) => profile.change({ name: event.currentTarget.value })}
        />
      </label>
      <LanguageChoice model={model} profile={profile} />
      <BirthdayField
        words={model.words}
        value={profile.draft.value.birthday}
        onChange={(birthday) => profile.change({ birthday })}
      />
      <Switch
        label={say('newsletter')}
        checked={newsletter}
        onChange={(checked) => profile.change({ newsletter: checked })}
      />
      <Switch
        label={say('personalised')}
        note={say('personalisedNote')}
        checked={personalised}
        onChange={(checked) => profile.change({ personalised: checked })}
      />
      {status.value === 'failed' && (
        <p class="alert" role="alert">
          {say(profile.locked.value ? 'birthdayTooSoon' : 'failed')}
        </p>
      )}
      <Button busy={status.value === 'busy'} onClick={() => void profile.save()}>
        {say(status.value === 'saved' ? 'saved' : 'save')}
      </Button>
    </form>
  );
};

/** What one can ask of one's own data: to have it all, and to be forgotten. */
const Privacy = ({ model, profile }: Props): JSX.Element => {
  const { say } = model.words;
  const asked = useSignal(false);
  return (
    <section class="stack">
      <h4 class="section">{say('privacy')}</h4>
      <Button quiet busy={profile.status.value === 'busy'} onClick={() => void profile.download()}>
        {say('export')}
      </Button>
      {asked.value ? (
        <div class="card confirm" role="group" aria-label={say('leave')}>
          <p>{say('leaveText')}</p>
          <Button danger onClick={() => void profile.leave()}>
            {say('leaveYes')}
          </Button>
          <Button
            quiet
            onClick={() => {
              asked.value = false;
            }}
          >
            {say('confirmNo')}
          </Button>
        </div>
      ) : (
        <Button
          quiet
          onClick={() => {
            asked.value = true;
          }}
        >
          {say('leave')}
        </Button>
      )}
    </section>
  );
};

/** Pages one comes to from here. */
const WAYS = [
  ['survey', 'pageSurvey'],
  ['help', 'pageHelp'],
  ['consents', 'pageConsents'],
] as const;

const Profile = ({ model, me }: { model: AppModel; me: Me }): JSX.Element => {
  const profile = useMemo(() => createProfileModel(model, me), [model, me.shopper.id]);
  return (
    <>
      <Form model={model} profile={profile} />
      <div class="card stack">
        {WAYS.map(([page, title]) => (
          <Button
            key={page}
            quiet
            onClick={() => {
              model.page.value = page;
            }}
          >
            {model.words.say(title)}
          </Button>
        ))}
      </div>
      <Privacy model={model} profile={profile} />
    </>
  );
};

/** A shopper's own profile, what is done with it, and the ways out. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { me } = model.state.value;
  return me && <Profile model={model} me={me} />;
};
