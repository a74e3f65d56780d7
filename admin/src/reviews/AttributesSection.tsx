import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { ReviewAttribute, ReviewSettings } from '@okaeri/shared/review-settings';
import { shopLanguages } from '../app/shop-languages.ts';
import type { DocumentEditor } from '../document/document-editor.ts';
import { TextAt } from '../document/fields.tsx';
import { ItemsAt } from '../document/ItemsAt.tsx';
import { placeOf } from '../document/show-field.ts';
import { language, messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

interface Of {
  editor: DocumentEditor<ReviewSettings>;
  document: ReviewSettings;
}

const CHOICES_MIN = 2;

/** Questions beside the stars, such as how it fits, each with its answers. */
export const AttributesSection = ({ editor, document }: Of): JSX.Element => {
  const w = messages().reviewAttributes;
  const { attributes } = document;
  const add = (): void => {
    const id = freshId('question', attributes);
    editor.set(['attributes', id], {
      id,
      name: { [language.value]: w.newName },
      choices: w.newChoices.map((name, i) => ({
        id: `answer${i + 1}`,
        name: { [language.value]: name },
      })),
      productIds: [],
    });
  };
  return (
    <section>
      <h2>{w.title}</h2>
      <p class="quiet">{w.text}</p>
      <ul class="entities">
        {attributes.map((one) => (
          <Attribute key={one.id} editor={editor} of={one} />
        ))}
      </ul>
      {attributes.length < LIMITS.reviewAttributesMax && (
        <div class="row">
          <Button icon={Plus} onClick={add}>
            {w.add}
          </Button>
        </div>
      )}
    </section>
  );
};

function Attribute({ editor, of }: { editor: Of['editor']; of: ReviewAttribute }): JSX.Element {
  const w = messages().reviewAttributes;
  const path = ['attributes', of.id];
  const name = of.name[language.value] ?? Object.values(of.name)[0] ?? w.newName;
  const addChoice = (): void => {
    const id = freshId('answer', of.choices);
    editor.set([...path, 'choices', id], { id, name: { [language.value]: w.newChoice } });
  };
  return (
    <li class="entity" data-place={placeOf(path)}>
      <div class="entity-head">
        <p>
          <strong>{name}</strong>
        </p>
        <Button
          kind="quiet"
          icon={Trash2}
          aria-label={messages().program.remove(name)}
          onClick={() => editor.set(path, undefined)}
        />
      </div>
      <div class="grid">
        {Object.entries(shopLanguages()).map(([tag, words]) => (
          <TextAt
            key={tag}
            editor={editor}
            path={[...path, 'name', tag]}
            label={w.question(words)}
          />
        ))}
      </div>
      {of.choices.map((choice, i) => (
        <div class="row low" key={choice.id}>
          {Object.entries(shopLanguages()).map(([tag, words]) => (
            <TextAt
              key={tag}
              editor={editor}
              path={[...path, 'choices', choice.id, 'name', tag]}
              label={w.answer(i + 1, words)}
            />
          ))}
          {of.choices.length > CHOICES_MIN && (
            <Button
              kind="quiet"
              icon={Trash2}
              aria-label={messages().program.remove(w.answerOf(i + 1))}
              onClick={() => editor.set([...path, 'choices', choice.id], undefined)}
            />
          )}
        </div>
      ))}
      {of.choices.length < LIMITS.reviewChoicesMax && (
        <div class="row">
          <Button icon={Plus} onClick={addChoice}>
            {w.addAnswer}
          </Button>
        </div>
      )}
      <ItemsAt
        editor={editor}
        path={[...path, 'productIds']}
        kind="product"
        label={w.products}
        hint={w.productsHint}
      />
    </li>
  );
}

function freshId(word: string, all: readonly { readonly id: string }[]): string {
  let n = all.length + 1;
  while (all.some(({ id }) => id === `${word}${n}`)) n += 1;
  return `${word}${n}`;
}
