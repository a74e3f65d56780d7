import type { Language } from './languages.ts';
import type { PanelTexts } from './messages.ts';

/** The words of the panel and its home in one language; the other languages are never loaded. */
export const loadPanelTexts = async (language: Language): Promise<PanelTexts> => {
  if (language === 'en') return (await import('./en/panel.ts')).messages;
  const { loadOtherTexts } = await import('./load-others.ts');
  return loadOtherTexts(language);
};
