import { render } from 'preact';
import { createSession } from '@okaeri/client/session';
import { createReviewsClient } from '@okaeri/client/reviews';
import { OkaeriError } from '@okaeri/client/problem';
import { createTransport } from '@okaeri/client/transport';
import basics from '../app/basics.css?inline';
import frame from '../app/frame.css?inline';
import home from '../app/home.css?inline';
import { createModel, type AppModel } from '../app/model.ts';
import cards from '../app/panels-cards.css?inline';
import forms from '../app/panels-forms.css?inline';
import { createTheme } from '../element/theme.ts';
import { directionOf, pickLanguage } from '../i18n/languages.ts';
import { loadTexts } from '../i18n/load.ts';
import { invitationTextsOf } from '../i18n/load-invitation.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { confirming, createConfirmModel, type ConfirmModel } from './confirm-model.ts';
import { InvitationPage } from './InvitationPage.tsx';
import invitation from './invitation.css?inline';

/*
 * The page of this server to which e-mails lead. It is no part of the widget and costs
 * shops' pages nothing; it draws with the widget's own panel of writing.
 */

const nothing = (): void => undefined;

/** Whether the link is over, as far as the server says so. */
const isLinkOver = async (model: AppModel): Promise<boolean> => {
  try {
    await createReviewsClient(model.session.transport).mine();
    return false;
  } catch (error) {
    return (
      error instanceof OkaeriError &&
      (error.code === 'expiredToken' || error.code === 'invalidToken')
    );
  }
};

const start = async (main: HTMLElement, publicKey: string, link: string): Promise<void> => {
  const language = pickLanguage(null);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  const texts = invitationTextsOf(language);
  document.title = texts.invitationTitle;

  let token = link;
  const shop = { baseUrl: location.origin, publicKey };
  const plain = createTransport({ ...shop, getToken: () => Promise.resolve(token) });
  const confirm: ConfirmModel = createConfirmModel(plain, (confirmed) => {
    token = confirmed;
  });
  const guest = createSession({ ...shop, token: null, tokenUrl: null });
  // Nothing of the shopper but their writing is open to a link: there is no balance to refresh.
  const session = {
    ...guest,
    transport: confirming(plain, () => confirm),
    get state() {
      return guest.state;
    },
  };

  const refreshed = guest.refresh();
  const snippet = { ...shop, shop: publicKey, token: null, tokenUrl: null };
  const model = createModel({
    session,
    snippet: { ...snippet, lang: null, signInUrl: null, shareUrl: null },
    texts: await loadTexts(language),
    language,
    emit: () => [],
    hasListener: () => false,
    openPanel: nothing,
    setLanguage: nothing,
    isOpen: () => true,
  });
  const { words } = model;
  await Promise.all([refreshed, words.load('panel'), words.load('review'), words.load('write')]);
  const theme = createTheme();
  theme.apply(guest.state.program?.appearance);
  const root = main.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [
    sheetOf(tokens + frame + home + cards + basics + forms),
    theme.sheet,
    sheetOf(invitation),
  ];
  document.adoptedStyleSheets = [sheetOf('body{margin:0}')];
  const isOver = await isLinkOver(model);
  render(<InvitationPage model={model} confirm={confirm} texts={texts} isOver={isOver} />, root);
};

const main = document.querySelector('main');
const publicKey = main?.dataset['shop'];
if (main && publicKey !== undefined) await start(main, publicKey, location.hash.slice(1));
