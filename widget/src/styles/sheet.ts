/** A stylesheet every shadow root can share: parsed once, and no inline style for a CSP to refuse. */
export const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
