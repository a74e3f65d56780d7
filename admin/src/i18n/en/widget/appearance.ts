export const appearance = {
  title: 'Widget',
  text: 'How the widget looks and what it says. Beside it stands the widget itself, with what you have not saved yet.',
  tabs: { look: 'Look', texts: 'Texts' },
  colours: 'Colors',
  accent: 'Brand color',
  accentDark: 'Brand color on dark pages',
  unchosen: { accent: 'Okaeri’s own green', accentDark: 'Computed from the brand color' },
  clear: 'Reset',
  preset: 'Background',
  presets: { paper: 'Paper (warm)', mist: 'Mist (cool)', plain: 'Plain (white)' },
  mode: 'Light or dark',
  modes: { auto: 'Same as the shopper’s device', light: 'Always light', dark: 'Always dark' },
  shape: 'Shape',
  font: 'Font',
  fonts: {
    system: 'The system’s',
    page: 'The one of your pages',
    serif: 'With serifs',
    rounded: 'Rounded',
  },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  radius: 'Rounding of corners (0 to 28 px)',
  launcher: 'Button in the corner',
  launcherShown: 'Show it on every page',
  position: 'Where',
  positions: {
    end: 'Right (left in RTL languages)',
    start: 'Left (right in RTL languages)',
  },
  offset: 'Distance from the edge (0 to 200 px)',
  label: (language: string) => `What it says (${language})`,
  labelHint: 'Empty: the balance, or a word for rewards.',
  schemes: { light: 'Light', dark: 'Dark' },
  pairs: { button: 'Button', text: 'Accent', words: 'Text' },
  ratio: (ratio: string) => `${ratio} : 1`,
  replaced: (of: { wanted: string; by: string; ratio: string }) =>
    `${of.wanted} has a contrast of only ${of.ratio} to 1 here; a button needs 3. The widget takes ${of.by} instead.`,
  textsText:
    'Write your own words where the widget’s do not fit. What stands in braces is filled in, and should stay.',
  language: 'Language',
  search: 'Find a text',
  changedOnly: (count: number) => `Only my own (${count})`,
  noneFound: 'No text has these words',
  noneChanged: 'You have replaced no text in this language',
  showAll: 'Show all texts',
  missing: (places: string) => `Leaves out ${places}: shoppers will not see it.`,
  device: 'Device',
  devices: { phone: 'Phone', desktop: 'Computer' },
  scheme: 'Page',
  seenBy: 'Preview as',
  guest: 'A guest',
  preview: 'The widget as it will be',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    appearance: typeof appearance;
  }
}
