import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { isSame, type Change } from '../document/changes/change-rules.ts';
import type { DocumentRules } from '../document/changes/reader.ts';
import type { Messages } from '../i18n/shape.ts';

/** How a survey is spoken of: which question, and which setting. */
export const surveyWords: DocumentRules<SurveyDefinition> = {
  changes: (before, after, { messages, language }) => {
    const changed = KEYS.filter((key) => !isSame(before[key], after[key])).map((key): Change =>
      changeAt([key], nameOf(key, messages)),
    );
    return [...changed, ...questionChanges(before, after, language, messages)];
  },
  fieldName: ([root, at, part], document, { messages, language }) => {
    if (root !== 'questions') return isKey(root) ? nameOf(root, messages) : '';
    const question = document.questions.find(({ id }) => id === at);
    const title = question === undefined ? '' : titleOf(question, language, messages);
    return part === undefined ? messages.surveys.tabs.questions : title;
  },
};

const KEYS = [
  'name',
  'trigger',
  'sampleRate',
  'showsMax',
  'mailAfterDays',
  'openDays',
  'audience',
] as const;
type Key = (typeof KEYS)[number];

function isKey(key: unknown): key is Key {
  return KEYS.some((one) => one === key);
}

function nameOf(key: Key, { surveys: w }: Messages): string {
  const names: Readonly<Record<Key, string>> = {
    name: w.name,
    trigger: w.trigger,
    sampleRate: w.sampleRate,
    showsMax: w.showsMax,
    mailAfterDays: w.mailAfterDays,
    openDays: w.openDays,
    audience: w.who,
  };
  return names[key];
}

function questionChanges(
  before: SurveyDefinition,
  after: SurveyDefinition,
  language: string,
  messages: Messages,
): readonly Change[] {
  const path = (id: string): DocumentPath => ['questions', id];
  const was = new Map(before.questions.map((one) => [one.id, one]));
  const is = new Map(after.questions.map((one) => [one.id, one]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Change[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (now === undefined)
      return old === undefined
        ? []
        : [
            {
              ...changeAt(path(id), ''),
              kind: 'removed',
              subject: titleOf(old, language, messages),
            },
          ];
    const subject = titleOf(now, language, messages);
    if (old === undefined) return [{ ...changeAt(path(id), ''), kind: 'added', subject }];
    return isSame(old, now) ? [] : [changeAt(path(id), subject)];
  });
}

function changeAt(path: DocumentPath, label: string): Change {
  return { kind: 'changed', path, subject: '', label, before: null, after: null };
}

function titleOf(
  { text }: { readonly text: Readonly<Record<string, string>> },
  language: string,
  { surveys: w }: Messages,
): string {
  return text[language] || text['en'] || w.untitled;
}
