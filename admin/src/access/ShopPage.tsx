import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ShopView } from '@okaeri/shared/access';
import { LIMITS } from '@okaeri/shared/limits';
import { api, loadAccount, may, shop } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { faultText, fieldFaultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { request, ApiError } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { AreaField, TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { CloseShop } from './CloseShop.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Form } from '../ui/Form.tsx';

/** The shop itself: its name, where the widget may run, its public key. */
export const ShopPage = (): JSX.Element => {
  const known = useMemo(() => createResource(() => request(api().shop.$get())), []);
  const w = messages().shop;
  useEffect(() => void known.load(), [known]);
  const found = known.value.value;
  const body = (): JSX.Element => {
    if (known.fault.value)
      return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
    if (found === undefined) return <Skeleton />;
    return (
      <>
        <ShopForm of={found} known={known} />
        <dl class="facts-list">
          <dt>{w.publicKey}</dt>
          <dd>
            <Copy label={w.publicKey} text={found.publicKey} />
          </dd>
          <dt>{w.currency}</dt>
          <dd>{found.currency}</dd>
        </dl>
        <CloseShop of={found} known={known} />
      </>
    );
  };
  return (
    <Page crumbs={settingsCrumb()} title={w.title}>
      {body()}
    </Page>
  );
};

function ShopForm({ of, known }: { of: ShopView; known: Resource<ShopView> }): JSX.Element {
  const name = useSignal(of.name);
  const origins = useSignal(of.origins.join('\n'));
  const fault = useSignal<ApiError | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const blocked = !may('own') && shop.value !== null && w.app.notAllowed(w.roles[shop.value.role]);
  const save = async (): Promise<void> => {
    isBusy.value = true;
    fault.value = null;
    try {
      const json = { name: name.value, origins: linesOf(origins.value) };
      const saved = await request(api().shop.$patch({ json }));
      known.set(saved);
      origins.value = saved.origins.join('\n');
      showToast('done', w.shop.changed);
      await loadAccount();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fault.value = error;
    } finally {
      isBusy.value = false;
    }
  };
  const faultAt = (path: string): string | null => {
    const found = fault.value?.errors.find((error) => error.path.startsWith(path));
    return found === undefined ? null : fieldFaultText(found);
  };
  return (
    <Form class="stack narrow" onSubmit={() => void save()}>
      <TextField
        label={w.shop.name}
        required
        maxLength={LIMITS.textLengthMax}
        fault={faultAt('name')}
        value={name.value}
        onValue={(text) => (name.value = text)}
      />
      <AreaField
        label={w.shop.origins}
        hint={w.shop.originsText}
        placeholder={w.shop.originsHint}
        fault={faultAt('origins')}
        rows={Math.max(3, of.origins.length + 1)}
        value={origins.value}
        onValue={(text) => (origins.value = text)}
      />
      {fault.value && fault.value.errors.length === 0 && (
        <p class="note failed" role="alert">
          {faultText(fault.value)}
        </p>
      )}
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value} blocked={blocked}>
          {w.app.save}
        </Button>
      </div>
    </Form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '');
}
