import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { ArrowLeft, Ban, Coins, Download, Merge, Trash2, UserX } from 'lucide';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { saveFile } from '../app/save-file.ts';
import { denied } from '../app/denied.ts';
import { here } from '../app/session.ts';
import { language, words } from '../i18n/words.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { createShopper, type ShopperModel } from './shopper-model.ts';
import { ShopperDialogs } from './ShopperDialogs.tsx';
import { Timeline } from './Timeline.tsx';

const nameOf = (of: MerchantShopper): string =>
  of.name ?? of.email ?? of.id ?? words().shoppers.nameless;

const Figures = ({ of }: { of: MerchantShopper }): JSX.Element => {
  const w = words().shopper;
  const { available, pending, held, lifetime, debt } = of.balance;
  const figures: (readonly [string, number])[] = [
    [w.available, available],
    [w.pending, pending],
    [w.held, held],
    [w.lifetime, lifetime],
    ...(debt > 0 ? [[w.debt, debt] as const] : []),
  ];
  return (
    <dl class="figures">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

const Facts = ({ of }: { of: MerchantShopper }): JSX.Element => {
  const w = words();
  const tier = of.tier && (of.tier.name[language.value] ?? of.tier.name['en'] ?? of.tier.id);
  const rows: readonly (readonly [string, string | null])[] = [
    ['ID', of.id],
    [w.signIn.email, of.email],
    [w.shopper.stage, w.stages[of.stage]],
    [w.shopper.tier, tier],
    [w.shopper.birthday, of.birthday],
    [w.shopper.language, of.locale],
    [w.shopper.tags, of.tags.length === 0 ? null : of.tags.join(', ')],
    [w.shopper.since, formatDay(of.createdAt)],
    [w.shopper.member, of.enrolledAt && formatDay(of.enrolledAt)],
  ];
  return (
    <dl class="facts-list">
      {rows.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value ?? <span class="quiet">{w.shopper.none}</span>}</dd>
        </>
      ))}
    </dl>
  );
};

const Acts = ({ model, of }: { model: ShopperModel; of: MerchantShopper }): JSX.Element => {
  const w = words();
  const blocked = denied('serve');
  const isBlocked = of.status === 'blocked';
  const path = `/shoppers/${encodeURIComponent(model.shopperId)}/export`;
  return (
    <div class="row" role="group" aria-label={w.shopper.acts}>
      <Button
        kind="primary"
        icon={Coins}
        blocked={blocked}
        onClick={() => (model.asking.value = 'adjust')}
      >
        {w.shopper.adjust}
      </Button>
      <Button
        icon={Ban}
        blocked={blocked}
        aria-label={isBlocked ? w.shopper.unblock : `${w.shopper.block}. ${w.shopper.blockText}`}
        onClick={() => void model.setBlocked(!isBlocked)}
      >
        {isBlocked ? w.shopper.unblock : w.shopper.block}
      </Button>
      <Button icon={Merge} blocked={blocked} onClick={() => (model.asking.value = 'merge')}>
        {w.shopper.merge}
      </Button>
      <Button icon={Download} onClick={() => void saveFile(path, `${model.shopperId}.json`)}>
        {w.shopper.export}
      </Button>
      <Button icon={Trash2} blocked={blocked} onClick={() => (model.asking.value = 'erase')}>
        {w.shopper.erase}
      </Button>
    </div>
  );
};

const Body = ({ model, of }: { model: ShopperModel; of: MerchantShopper }): JSX.Element => (
  <>
    <Figures of={of} />
    <Acts model={model} of={of} />
    <div class="beside">
      <section>
        <h2>{words().shopper.timeline}</h2>
        <Timeline model={model} />
      </section>
      <Facts of={of} />
    </div>
    <ShopperDialogs model={model} name={nameOf(of)} />
  </>
);

/** One shopper: who they are, what they have, how it came about, and what can be done for them. */
export const ShopperPage = (): JSX.Element => {
  const { params } = useRoute();
  const shopperId = params['shopperId'] ?? '';
  const model = useMemo(() => createShopper(shopperId), [shopperId]);
  useEffect(() => void model.load(), [model]);
  const w = words();
  const of = model.known.value.value;
  const fault = model.known.fault.value;
  const body = (): JSX.Element => {
    if (fault?.code === 'unknownShopper')
      return (
        <Empty icon={UserX} title={w.shopper.unknown}>
          <p>{w.shopper.unknownText}</p>
        </Empty>
      );
    if (fault && of === undefined) return <Fault fault={fault} onRetry={() => void model.load()} />;
    return of === undefined ? <Skeleton lines={6} /> : <Body model={model} of={of} />;
  };
  return (
    <>
      <p class="page back">
        <a href={here('/shoppers')}>
          <Icon of={ArrowLeft} size={16} /> {w.shopper.back}
        </a>
      </p>
      <Page
        title={of === undefined ? w.shoppers.title : nameOf(of)}
        {...(of !== undefined && of.status !== 'member'
          ? { text: w.shoppers.status[of.status] }
          : {})}
      >
        {body()}
      </Page>
    </>
  );
};
