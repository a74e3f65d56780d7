import type { JSX } from 'preact';
import type { ReviewForm } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import type { WriteModel } from './write-model.ts';

/** What the shop asks of a product beside stars and words: most ask nothing. */
export const AttributeChoices = (props: {
  readonly model: AppModel;
  readonly writing: WriteModel;
  readonly form: ReviewForm;
}): JSX.Element => {
  const { model, writing, form } = props;
  const { localize, say } = model.words;
  const chosen = writing.draft.value.attributes;
  return (
    <>
      {form.attributes.map(({ id, name, choices }) => (
        <label key={id}>
          {localize(name)}
          <select
            value={chosen[id] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [id]: _before, ...others } = chosen;
              writing.change({ attributes: value === '' ? others : { ...others, [id]: value } });
            }}
          >
            <option value="">{say('postNotSet')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {localize(choice.name)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
};
