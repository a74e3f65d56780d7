import { render, type JSX } from 'preact';
import { createSession } from '@okaeri/client/session';
import { createTransport } from '@okaeri/client/transport';
import basics from '../app/basics.css?inline';
import frame from '../app/frame.css?inline';
import { createModel } from '../app/model.ts';
import forms from '../app/panels-forms.css?inline';
import { createTheme } from '../element/theme.ts';
import { directionOf, pickLanguage } from '../i18n/languages.ts';
import { loadTexts } from '../i18n/load.ts';
import { invitationTextsOf } from '../i18n/load-invitation.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { CodeStep, type CodeProps } from './CodeStep.tsx';
import { createConfirmModel } from './confirm-model.ts';
import { readLink } from './link-rules.ts';
import page from './survey-page.css?inline';
import survey from '../surveys/survey.css?inline';
import { SurveyForm } from '../surveys/SurveyForm.tsx';
import { Quotations } from '../surveys/Quotations.tsx';
import { createQuotations, type QuotationsModel } from '../surveys/quotations-model.ts';
import { createSurveyModel, type SurveyModel } from '../surveys/survey-model.ts';

/*
 * The page of this server to which e-mails with a survey lead. It is no part of the widget and costs shops' pages
 * nothing. The point of the scale that was tapped in the e-mail is chosen, and nothing is sent before a tap here.
 */

const nothing = (): void => undefined;

const start = async (main: HTMLElement, publicKey: string): Promise<void> => {
  const link = readLink(location.hash.slice(1));
  const language = pickLanguage(null);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  const shop = { baseUrl: location.origin, publicKey };
  const guest = createSession({ ...shop, token: null, tokenUrl: null });
  let { token } = link;
  const transport = createTransport({ ...shop, getToken: () => Promise.resolve(token) });
  const confirm = createConfirmModel(transport, (confirmed) => (token = confirmed), 'surveys');
  const model = createModel({
    // Nothing of the shopper but this one answer is open to a link: there is no balance to refresh.
    session: {
      ...guest,
      transport,
      get state() {
        return guest.state;
      },
    },
    snippet: {
      ...shop,
      shop: publicKey,
      token: null,
      tokenUrl: null,
      lang: null,
      signInUrl: null,
      shareUrl: null,
    },
    texts: await loadTexts(language),
    language,
    emit: () => [],
    hasListener: () => false,
    openPanel: nothing,
    setLanguage: nothing,
    isOpen: () => true,
  });
  const { words } = model;
  await Promise.all([guest.refresh(), words.load('panel'), words.load('survey')]);
  document.title = words.say('pageSurvey');
  const theme = createTheme();
  theme.apply(guest.state.program?.appearance);
  const root = main.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [
    sheetOf(tokens + frame + basics + forms),
    theme.sheet,
    sheetOf(survey + page),
  ];
  document.adoptedStyleSheets = [sheetOf('body{margin:0}')];
  const { key, score } = link;
  const asked = key && createSurveyModel(model, { key, touchId: null, score });
  const quotations = createQuotations(transport, []);
  // What cannot be asked for is not shown; the survey stands without it.
  if (key) void quotations.load().catch(nothing);
  const texts = invitationTextsOf(language);
  render(<SurveyPage {...{ model, asked, quotations, confirm, texts }} />, root);
};

/** The survey; below it what the shop asks to quote of the answer, which is read and agreed to with a code. */
const SurveyPage = (
  props: CodeProps & { asked: SurveyModel | null; quotations: QuotationsModel },
): JSX.Element => {
  const { model, confirm, asked, quotations } = props;
  const show = (): void => void confirm.confirm().then(() => quotations.load(), nothing);
  const isAsked = confirm.sentTo.value !== null;
  return (
    <div class="in-page alone">
      <div hidden={isAsked}>
        {asked ? (
          <SurveyForm model={model} survey={asked} />
        ) : (
          <p class="over">{model.words.say('surveyClosed')}</p>
        )}
        <Quotations model={model} quotations={quotations} onShow={show} />
      </div>
      {isAsked && <CodeStep {...props} />}
    </div>
  );
};

const main = document.querySelector('main');
const publicKey = main?.dataset['shop'];
if (main && publicKey !== undefined) await start(main, publicKey);
