import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { NumberAt } from '../document/fields.tsx';
import { PicksAt } from '../document/PicksAt.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { nameOf } from './name-of.ts';
import type { SectionProps } from './section-parts.tsx';

interface Variant {
  readonly tierIds?: readonly string[] | undefined;
  readonly segmentIds?: readonly string[] | undefined;
}

interface Props extends SectionProps {
  /** Where the list stands. */
  path: readonly string[];
  of: readonly Variant[];
  /** What an entry has, and under which key its number stands. */
  field: 'points' | 'cost';
  label: string;
  /** What a new entry begins with: what all others get. */
  begin: object;
}

/** Other points, or another cost, for some tiers or segments: the first that fits counts. */
export const VariantsAt = (props: Props): JSX.Element => {
  const { editor, document, path, of, field, begin } = props;
  const w = messages().programFields;
  const hasSome = document.tiers.length > 0 || (field === 'points' && document.segments.length > 0);
  const add = (): void => editor.set(path, [...of, { [field]: begin, ...firstTier(document) }]);
  return (
    <fieldset class="picks variants" data-place={path.join('/')}>
      <legend>{w.variants}</legend>
      <p class="hint">{w.variantsHint}</p>
      <ul>
        {of.map((_, i) => (
          <One key={i} {...props} at={i} />
        ))}
      </ul>
      {hasSome && (
        <div class="row">
          <Button icon={Plus} onClick={add}>
            {w.addVariant}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

function One(props: Props & { at: number }): JSX.Element {
  const { editor, document, path, of, field, label, at: i } = props;
  const w = messages().programFields;
  const variant = of[i];
  const at = [...path, String(i)];
  // An entry has no id: it is changed by putting the list anew.
  const own = {
    ...editor,
    at: (place: readonly string[]) =>
      place.length < at.length ? editor.at(place) : inVariant(variant, place.slice(at.length)),
    set: (place: readonly string[], value: unknown) =>
      editor.set(
        path,
        of.map((one, j) => (j === i ? changed(one, place.slice(at.length), value) : one)),
      ),
  };
  const names = (list: 'tiers' | 'segments') =>
    document[list].map(({ id, name }) => ({ id, name: nameOf(name, id) }));
  return (
    <li>
      <PicksAt
        editor={own}
        path={[...at, 'tierIds']}
        label={w.onlyTiers}
        options={names('tiers')}
      />
      {field === 'points' && (
        <PicksAt
          editor={own}
          path={[...at, 'segmentIds']}
          label={w.onlySegments}
          options={names('segments')}
        />
      )}
      <div class="row low">
        <NumberAt editor={own} path={[...at, field, ...numberIn(variant, field)]} label={label} />
        <Button
          kind="quiet"
          icon={Trash2}
          aria-label={messages().program.remove(w.variant(i + 1))}
          onClick={() =>
            editor.set(
              path,
              of.filter((_, j) => j !== i),
            )
          }
        />
      </div>
    </li>
  );
}

function firstTier({ tiers }: SectionProps['document']): Variant {
  const top = tiers.at(-1);
  return top === undefined ? {} : { tierIds: [top.id] };
}

function inVariant(variant: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
    variant,
  );
}

function changed(variant: unknown, path: readonly string[], value: unknown): unknown {
  const [key = '', ...rest] = path;
  const known = variant as Readonly<Record<string, unknown>>;
  const { [key]: before, ...others } = known;
  const next = rest.length === 0 ? value : changed(before ?? {}, rest, value);
  return next === undefined ? others : { ...others, [key]: next };
}

/** Where its number stands: fixed, or that of its first currency. */
function numberIn(variant: unknown, field: string): readonly string[] {
  const rates = inVariant(variant, [field, 'per']);
  const [currency] = Object.keys(rates ?? {});
  return currency === undefined ? ['fixed'] : ['per', currency, 'points'];
}
