import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { ArrowLeft, Ban, Coins, Merge, Trash2, UserX } from 'lucide';
import { idOfSegment, pathOf } from '@okaeri/shared/paths';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { denied } from '../app/denied.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { RecordTab } from './RecordTab.tsx';
import { createShopper, type ShopperModel } from './shopper-model.ts';
import { Elsewhere, Facts, Figures, nameOf } from './shopper-parts.tsx';
import { ShopperDialogs } from './ShopperDialogs.tsx';
import { Timeline } from './Timeline.tsx';
import { WidgetView } from './WidgetView.tsx';

const TABS = ['timeline', 'lots', 'orders', 'codes', 'written', 'contacts', 'widget'] as const;
type Tab = (typeof TABS)[number];

/** One shopper: who they are, what they have, how it came about, and what can be done for them. */
export const ShopperPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const shopperId = idOfSegment(params['shopperId'] ?? '');
  const kind = path.split('/')[3] === 'guests' ? 'guests' : 'shoppers';
  const tab = TABS.find((one) => one === params['tab']) ?? 'timeline';
  const model = useMemo(() => createShopper({ kind, shopperId }), [kind, shopperId]);
  useEffect(() => void model.load(), [model]);
  const w = messages();
  const of = model.shown.value;
  const answered = model.known.value.value;
  const fault = model.known.fault.value;
  const body = (): JSX.Element => {
    if (fault?.code === 'unknownShopper')
      return (
        <Empty icon={UserX} title={w.shopper.unknown}>
          <p>{w.shopper.unknownText}</p>
        </Empty>
      );
    if (fault && of === undefined) return <Fault fault={fault} onRetry={() => void model.load()} />;
    if (of !== undefined) return <Body model={model} of={of} tab={tab} />;
    return answered === undefined ? <Skeleton lines={6} /> : <Elsewhere of={answered} />;
  };
  return (
    <>
      <p class="page back">
        <a href={shopPath('/shoppers')}>
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

function Body(props: { model: ShopperModel; of: MerchantShopper; tab: Tab }): JSX.Element {
  const { model, of, tab } = props;
  const { tabs } = messages().shopper;
  const base = shopPath(pathOf(model.kind, model.shopperId));
  const addressOf = (one: Tab): string => (one === 'timeline' ? base : `${base}/${one}`);
  // Guests have not signed in: there is no widget of theirs to look at.
  const shown = TABS.filter((one) => one !== 'widget' || model.kind === 'shoppers');
  return (
    <>
      <Figures of={of} />
      <Acts model={model} of={of} />
      <Tabs
        label={nameOf(of)}
        current={addressOf(tab)}
        tabs={shown.map((one) => ({ href: addressOf(one), text: tabs[one] }))}
      />
      <div class="beside">
        <section aria-label={tabs[tab]}>
          <Shown {...props} />
        </section>
        <Facts of={of} />
      </div>
      <ShopperDialogs model={model} name={nameOf(of)} />
    </>
  );
}

function Acts({ model, of }: { model: ShopperModel; of: MerchantShopper }): JSX.Element {
  const w = messages();
  const blocked = denied('serve');
  const path = pathOf(model.kind, model.shopperId, 'export');
  const isGuest = model.kind === 'guests';
  return (
    <div class="row" role="group" aria-label={w.shopper.acts}>
      {!isGuest && <MembersActs model={model} isBlocked={of.status === 'blocked'} />}
      <DownloadButton path={path} name={`${model.shopperId}.json`}>
        {w.shopper.export}
      </DownloadButton>
      <Button icon={Trash2} blocked={blocked} onClick={() => (model.asking.value = 'erase')}>
        {w.shopper.erase}
      </Button>
    </div>
  );
}

function Shown(props: { model: ShopperModel; of: MerchantShopper; tab: Tab }): JSX.Element {
  const { model, of, tab } = props;
  if (tab === 'timeline') return <Timeline model={model} />;
  if (tab === 'widget') return <WidgetView model={model} locale={of.locale} />;
  return <RecordTab model={model} part={tab} />;
}

/** What needs the merchant's own id. */
function MembersActs(props: { model: ShopperModel; isBlocked: boolean }): JSX.Element {
  const { model, isBlocked } = props;
  const w = messages();
  const blocked = denied('serve');
  return (
    <>
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
    </>
  );
}
