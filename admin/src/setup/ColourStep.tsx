import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Appearance } from '@okaeri/shared/appearance';
import { textOn } from '@okaeri/shared/colours';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { requestWithEtag, type WithEtag } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { ColourField } from '../ui/ColourField.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Form } from '../ui/Form.tsx';

const FIRST = '#2f6b4f';

/** The brand's colour. */
export const ColourStep = (): JSX.Element => {
  const known = useMemo(
    () => createResource<WithEtag<Appearance>>(() => requestWithEtag(api().appearance.$get())),
    [],
  );
  useEffect(() => void known.load(), [known]);
  const found = known.value.value;
  if (known.fault.value && found === undefined)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  return found === undefined ? <Skeleton lines={2} /> : <ColourForm known={known} found={found} />;
};

function ColourForm(props: {
  known: Resource<WithEtag<Appearance>>;
  found: WithEtag<Appearance>;
}): JSX.Element {
  const { known, found } = props;
  const accent = useSignal(found.body.theme.accent ?? FIRST);
  const isBusy = useSignal(false);
  const w = messages();
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const json = { ...found.body, theme: { ...found.body.theme, accent: accent.value } };
    const headers = { 'If-Match': found.etag };
    const saved = await runAction(
      () => requestWithEtag(api().appearance.$put({ json }, { headers })),
      w.setup.colourSaved,
    );
    if (saved === undefined) await known.load();
    else known.set(saved);
    isBusy.value = false;
  };
  return (
    <Form class="stack" onSubmit={() => void save()}>
      <div class="row low">
        <ColourField
          label={w.setup.accent}
          value={accent.value}
          onValue={(colour) => (accent.value = colour)}
        />
        <Sample accent={accent.value} />
      </div>
      <div class="row">
        <Button type="submit" busy={isBusy.value}>
          {w.app.save}
        </Button>
      </div>
    </Form>
  );
}

/** How a button of the widget will look, on light and on dark. */
function Sample({ accent }: { accent: string }): JSX.Element {
  const draw = (node: HTMLElement | null): void => {
    // The page's policy allows no style in markup; a script may set one.
    node?.style.setProperty('background', accent);
    node?.style.setProperty('color', textOn(accent));
  };
  return (
    <span ref={draw} class="sample">
      {messages().setup.sample}
    </span>
  );
}
