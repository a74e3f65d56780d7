import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { NumberAt } from '../document/fields.tsx';
import { PicksAt } from '../document/more-fields.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { nameOf, type SectionProps } from './section-parts.tsx';

interface Variant {
  readonly tierIds?: readonly string[] | undefined;
  readonly segmentIds?: readonly string[] | undefined;
}

/** Other points, or another cost, for some tiers or segments: the first that fits counts. */
export const VariantsAt = (
  props: SectionProps & {
    /** Where the list stands. */
    path: readonly string[];
    of: readonly Variant[];
    /** What an entry has, such as `points`, and under which key its number stands. */
    field: 'points' | 'cost';
    label: string;
    /** What a new entry begins with: what all others get. */
    begin: object;
  },
): JSX.Element => {
  const { editor, document, path, of, field, label, begin } = props;
  const w = messages().programFields;
  const set = (next: readonly unknown[]): void => editor.set(path, next);
  const isOfRewards = field === 'cost';
  return (
    <fieldset class="picks variants" data-place={path.join('/')}>
      <legend>{w.variants}</legend>
      <p class="hint">{w.variantsHint}</p>
      <ul>
        {of.map((variant, i) => {
          // An entry has no id: it is changed by putting the list anew.
          const own = {
            ...editor,
            at: (at: readonly string[]) => inVariant(variant, at.slice(path.length + 1)),
            set: (at: readonly string[], value: unknown) =>
              set(
                of.map((one, j) =>
                  j === i ? changed(one, at.slice(path.length + 1), value) : one,
                ),
              ),
          };
          const at = [...path, String(i)];
          return (
            <li key={i}>
              <PicksAt
                editor={own}
                path={[...at, 'tierIds']}
                label={w.onlyTiers}
                options={document.tiers.map(({ id, name }) => ({ id, name: nameOf(name, id) }))}
              />
              {!isOfRewards && (
                <PicksAt
                  editor={own}
                  path={[...at, 'segmentIds']}
                  label={w.onlySegments}
                  options={document.segments.map(({ id, name }) => ({
                    id,
                    name: nameOf(name, id),
                  }))}
                />
              )}
              <div class="row low">
                <NumberAt
                  editor={own}
                  path={[...at, field, ...numberIn(variant, field)]}
                  label={label}
                />
                <Button
                  kind="quiet"
                  icon={Trash2}
                  aria-label={messages().program.remove(w.variant(i + 1))}
                  onClick={() => set(of.filter((_, j) => j !== i))}
                />
              </div>
            </li>
          );
        })}
      </ul>
      {(document.tiers.length > 0 || (!isOfRewards && document.segments.length > 0)) && (
        <div class="row">
          <Button
            icon={Plus}
            onClick={() => set([...of, { [field]: begin, ...firstTier(document) }])}
          >
            {w.addVariant}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

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
