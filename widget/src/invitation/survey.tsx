import { render } from 'preact';
import { createSession } from '@okaeri/client/session';
import { createTransport } from '@okaeri/client/transport';
import basics from '../app/basics.css?inline';
import frame from '../app/frame.css?inline';
import { createModel } from '../app/model.ts';
import forms from '../app/panels-forms.css?inline';
import { createTheme } from '../element/theme.ts';
import { directionOf, pickLanguage } from '../i18n/languages.ts';
import { loadTexts } from '../i18n/load.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { readLink } from './link-rules.ts';
import page from './survey-page.css?inline';
import survey from '../surveys/survey.css?inline';
import { SurveyForm } from '../surveys/SurveyForm.tsx';
import { createSurveyModel } from '../surveys/survey-model.ts';

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
  const transport = createTransport({ ...shop, getToken: () => Promise.resolve(link.token) });
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
  render(
    <div class="in-page alone">
      {asked ? <SurveyForm model={model} survey={asked} /> : <p>{words.say('surveyClosed')}</p>}
    </div>,
    root,
  );
};

const main = document.querySelector('main');
const publicKey = main?.dataset['shop'];
if (main && publicKey !== undefined) await start(main, publicKey);
