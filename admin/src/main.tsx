import { render } from 'preact';
import { App } from './app/App.tsx';
import { restoreTheme } from './app/theme.ts';
import { speak } from './i18n/messages.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/figures.css';
import './styles/appearance.css';

restoreTheme();
await speak();
render(<App />, document.body);
