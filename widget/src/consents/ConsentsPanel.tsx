import type { JSX } from 'preact';
import type { ConsentChannel, ConsentPurpose, OwnConsent } from '@okaeri/shared/consents';
import type { AppModel } from '../app/model.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { useEffect, useMemo } from '../ui/hooks.ts';
import { Notice } from '../ui/Notice.tsx';
import { createConsentsModel, type ConsentsModel } from './consents-model.ts';

const NAMES: Readonly<Record<ConsentPurpose, MessageKey>> = {
  marketing: 'consentMarketing',
  reviews: 'consentReviews',
  surveys: 'consentSurveys',
  care: 'consentCare',
  community: 'consentCommunity',
  profiling: 'consentProfiling',
};

interface Props {
  readonly model: AppModel;
  readonly consents: ConsentsModel;
}

/** One thing to hear about: how it stands, the words one would agree to, and one button. */
const Choice = ({ model, consents, of }: Props & { of: OwnConsent }): JSX.Element => {
  const { say } = model.words;
  const { purpose, channel, allowed, state, wording } = of;
  const isMail = channel === 'email';
  const name = say(NAMES[purpose]);
  const act = say(
    allowed ? (isMail ? 'consentStop' : 'consentHide') : isMail ? 'consentStart' : 'consentAgain',
  );
  // Marketing is agreed to in words: without any there is nothing to agree to.
  const canTurn = allowed || !isMail || purpose !== 'marketing' || wording !== null;
  const stands = isMail
    ? say(allowed ? 'consentOn' : 'consentOff')
    : say(allowed ? 'consentShown' : 'consentHidden');
  const note = !allowed && state === 'pending' ? say('consentWaits') : !allowed && wording?.text;
  return (
    <li class="card row">
      <span class="row-text">
        <span class="row-title">{name}</span>
        <span class="quiet-text" role="status" dir="auto">
          {note || stands}
        </span>
      </span>
      {canTurn && (
        <Button
          quiet
          label={`${act}: ${name}`}
          busy={consents.busy.value === of}
          onClick={() => void consents.turn(of)}
        >
          {act}
        </Button>
      )}
    </li>
  );
};

const Choices = (props: Props & { channel: ConsentChannel; title: MessageKey }): JSX.Element => {
  const { model, consents, channel, title } = props;
  // What is picked for somebody is one switch, whatever it is picked for.
  const shown = (consents.items.value ?? []).filter(
    (one) => one.channel === channel && (channel === 'page' || one.purpose !== 'profiling'),
  );
  return (
    <section>
      <h4 class="section">{model.words.say(title)}</h4>
      <ul class="list">
        {shown.map((of) => (
          <Choice key={of.purpose} model={model} consents={consents} of={of} />
        ))}
      </ul>
    </section>
  );
};

/** What one wants to hear about, one tap each; refusing is as easy as agreeing. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { say } = model.words;
  const consents = useMemo(() => createConsentsModel(model), [model]);
  const shopperId = model.state.value.me?.shopper.id;
  useEffect(() => void (shopperId && consents.load()), [consents, shopperId]);
  const { items, failed, busy } = consents;
  if (!shopperId) return null;
  if (items.value === null)
    return (
      <Notice
        busy={!failed.value}
        text={say(failed.value ? 'offline' : 'loading')}
        action={failed.value ? say('retry') : undefined}
        onAction={() => void consents.load()}
      />
    );
  return (
    <div part="consents">
      <Choices model={model} consents={consents} channel="email" title="consentMail" />
      <div class="card stack">
        <Button quiet busy={busy.value === 'all'} onClick={() => void consents.stopAll()}>
          {say('consentAll')}
        </Button>
        <p class="quiet-text">{say('consentService')}</p>
      </div>
      {failed.value && (
        <p class="alert" role="alert">
          {say('failed')}
        </p>
      )}
      <Choices model={model} consents={consents} channel="page" title="consentPage" />
    </div>
  );
};
