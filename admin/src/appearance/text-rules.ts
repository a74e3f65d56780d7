/** What the widget says under one name: a text, or one for each form of a count. */
type Said = string | Readonly<Record<string, string>>;

/** The words of one language, by the parts of the widget and their names. */
export type SaidTexts = Readonly<
  Record<'panel' | 'more' | 'order' | 'review', Readonly<Record<string, Said>>>
>;

/** A message one can replace. */
export interface Message {
  readonly key: string;
  readonly said: string;
}

const PLACE = /\{[a-zA-Z]+\}/g;

/** Every message of a language, in the order in which shoppers meet them. */
export const messagesOf = (texts: SaidTexts): readonly Message[] =>
  [texts.panel, texts.more, texts.order, texts.review].flatMap((part) =>
    Object.entries(part).map(([key, said]) => ({ key, said: textOf(said) })),
  );

/** Places of the original that another text leaves out, such as `{points}`. */
export const missingPlaces = (said: string, own: string): readonly string[] =>
  [...new Set(said.match(PLACE) ?? [])].filter((place) => !own.includes(place));

/** Messages whose name, own words or replacement have what is looked for. */
export const findMessages = (
  messages: readonly Message[],
  own: Readonly<Record<string, string>>,
  wanted: string,
): readonly Message[] => {
  const folded = wanted.trim().toLocaleLowerCase();
  return messages.filter(({ key, said }) =>
    [key, said, own[key] ?? ''].some((text) => text.toLocaleLowerCase().includes(folded)),
  );
};

/** What it says by itself; of several forms, the one for many. */
function textOf(said: Said): string {
  return typeof said === 'string' ? said : (said['other'] ?? Object.values(said)[0] ?? '');
}
