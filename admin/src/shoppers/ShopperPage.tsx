import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { Ban, ChevronDown, Merge, Medal, Trash2, UserX } from 'lucide';
import { idOfSegment, pathOf } from '@okaeri/shared/paths';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { denied } from '../app/denied.ts';
import { may, shopPath } from '../app/session.ts';
import { language, loadWords, messages } from '../i18n/messages.ts';
import { formatDay } from '../lib/format.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Menu } from '../ui/table/Menu.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useShopperKeys } from './shopper-shortcuts.ts';
import { createShopper, type OpenDialog, type ShopperModel } from './shopper-model.ts';
import { Elsewhere, Facts, Figures, nameOf } from './shopper-parts.tsx';

// What is not looked at first comes when it is wanted.
const LEDGER = lazyValue(async () => (await import('./Ledger.tsx')).Ledger);
const DIALOGS = lazyValue(async () => (await import('./ShopperDialogs.tsx')).ShopperDialogs);
const VIEW = lazyValue(async () => (await import('./WidgetView.tsx')).WidgetView);
const CASES = lazyValue(async () => {
  await loadWords('cases');
  return (await import('../app/ShopperCases.tsx')).ShopperCases;
});
const FORECAST = lazyValue(() => import('../app/ShopperForecast.tsx'));
const RECORD = lazyValue(async () => (await import('./RecordTab.tsx')).RecordTab);

const TABS = [
  'timeline',
  'lots',
  'orders',
  'codes',
  'written',
  'cases',
  'contacts',
  'widget',
] as const;
type Tab = (typeof TABS)[number];

/** One shopper: who they are, what they have, how it came about, and what can be done for them. */
export const ShopperPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path, query } = useLocation();
  const shopperId = idOfSegment(params['shopperId'] ?? '');
  const kind = path.split('/')[3] === 'guests' ? 'guests' : 'shoppers';
  const tab = TABS.find((one) => one === params['tab']) ?? 'timeline';
  const model = useMemo(() => createShopper({ kind, shopperId }), [kind, shopperId]);
  useEffect(() => void model.load(), [model]);
  const { act } = query;
  useEffect(() => {
    // The search leads here with what is to be done.
    if ((act === 'adjust' || act === 'reward') && may('serve')) model.asking.value = act;
  }, [act, model]);
  useShopperKeys(model);
  if (isUnknownTab(TABS, params['tab'])) return <NotFound />;
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
  const crumbs = [{ href: shopPath('/shoppers'), text: w.shoppers.title }];
  if (of === undefined)
    return (
      <Page title={w.shoppers.title} crumbs={crumbs}>
        {body()}
      </Page>
    );
  return (
    <Page
      wide
      title={nameOf(of)}
      crumbs={crumbs}
      badge={<Badges of={of} />}
      text={[
        of.id,
        of.name === null ? null : of.email,
        w.shopper.firstSeen(formatDay(of.knownSince)),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={<Acts model={model} of={of} />}
    >
      {body()}
    </Page>
  );
};

function Badges({ of }: { of: MerchantShopper }): JSX.Element {
  const w = messages();
  const { tier } = of;
  return (
    <>
      {tier && (
        <span class="badge good">{tier.name[language.value] ?? tier.name['en'] ?? tier.id}</span>
      )}
      <span class="badge">{w.stages[of.stage]}</span>
      {of.status !== 'member' && (
        <span class={`badge${of.status === 'blocked' ? ' warn' : ''}`}>
          {w.shoppers.status[of.status]}
        </span>
      )}
    </>
  );
}

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
        <LazyPart of={FORECAST}>{(part) => <part.ShopperForecast of={model} />}</LazyPart>
      </div>
      {model.asking.value !== null && (
        <LazyPart of={DIALOGS}>
          {(ShopperDialogs) => <ShopperDialogs model={model} name={nameOf(of)} />}
        </LazyPart>
      )}
    </>
  );
}

function Acts({ model, of }: { model: ShopperModel; of: MerchantShopper }): JSX.Element {
  const w = messages();
  const blocked = denied('serve');
  const isGuest = model.kind === 'guests';
  const ask = (what: OpenDialog) => () => (model.asking.value = what);
  return (
    <>
      <Menu
        closes
        label={
          <>
            {w.ledger.more} <Icon of={ChevronDown} size={15} />
          </>
        }
      >
        {!isGuest && <MoreActs model={model} isBlocked={of.status === 'blocked'} />}
        <DownloadButton
          kind="quiet"
          path={pathOf(model.kind, model.shopperId, 'export')}
          name={`${model.shopperId}.json`}
        >
          {w.shopper.export}
        </DownloadButton>
        <Button kind="quiet" icon={Trash2} blocked={blocked} onClick={ask('erase')}>
          {w.shopper.erase}
        </Button>
      </Menu>
      {!isGuest && (
        <>
          <Button blocked={blocked} title={w.app.key('R')} onClick={ask('reward')}>
            {w.ledger.giveReward}
          </Button>
          <Button kind="primary" blocked={blocked} title={w.app.key('A')} onClick={ask('adjust')}>
            {w.shopper.adjust}
          </Button>
        </>
      )}
    </>
  );
}

function Shown(props: { model: ShopperModel; of: MerchantShopper; tab: Tab }): JSX.Element {
  const { model, of, tab } = props;
  const shape = <Skeleton lines={5} />;
  if (tab === 'timeline')
    return (
      <LazyPart of={LEDGER} shape={shape}>
        {(Ledger) => <Ledger model={model} />}
      </LazyPart>
    );
  if (tab === 'widget')
    return (
      <LazyPart of={VIEW} shape={shape}>
        {(WidgetView) => <WidgetView model={model} locale={of.locale} />}
      </LazyPart>
    );
  if (tab === 'cases')
    return (
      <LazyPart of={CASES} shape={shape}>
        {(ShopperCases) => <ShopperCases shopperId={model.shopperId} />}
      </LazyPart>
    );
  return (
    <LazyPart of={RECORD} shape={shape}>
      {(RecordTab) => <RecordTab model={model} part={tab} />}
    </LazyPart>
  );
}

/** What needs the merchant's own id, and is done rarely. */
function MoreActs(props: { model: ShopperModel; isBlocked: boolean }): JSX.Element {
  const { model, isBlocked } = props;
  const w = messages();
  const blocked = denied('serve');
  return (
    <>
      <Button
        kind="quiet"
        icon={Medal}
        blocked={blocked}
        onClick={() => (model.asking.value = 'tier')}
      >
        {w.ledger.moveTier}
      </Button>
      <Button
        kind="quiet"
        icon={Merge}
        blocked={blocked}
        onClick={() => (model.asking.value = 'merge')}
      >
        {w.shopper.merge}
      </Button>
      <Button
        kind="quiet"
        icon={Ban}
        blocked={blocked}
        aria-label={isBlocked ? w.shopper.unblock : `${w.shopper.block}. ${w.shopper.blockText}`}
        onClick={() => void model.setBlocked(!isBlocked)}
      >
        {isBlocked ? w.shopper.unblock : w.shopper.block}
      </Button>
    </>
  );
}
