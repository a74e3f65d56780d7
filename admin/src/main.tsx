import { render } from 'preact';
import { App } from './app/App.tsx';
import { restoreTheme } from './app/theme.ts';
import { setLanguage } from './i18n/messages.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/overlays.css';
import './styles/states.css';
import './styles/shell.css';
import './styles/page.css';
import './styles/cards.css';
import './styles/lists.css';
import './styles/parts.css';
import './styles/figures.css';
import './styles/appearance.css';

restoreTheme();
await setLanguage();
render(<App />, document.body);
