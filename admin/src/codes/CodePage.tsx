import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { Ban, Check, Clock, Copy, Ticket, Undo2 } from 'lucide';
import type { CodePage as Found } from '@okaeri/shared/code-lists';
import { idOfSegment } from '@okaeri/shared/paths';
import { denied } from '../app/denied.ts';
import { formatShopDay, formatShopEnd } from '../app/shop-days.ts';
import { api, orderPage, shopPath, shopperPage } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Steps } from '../ui/table/Steps.tsx';
import { StateBadge } from './code-badge.tsx';
import type { CodeAct } from './CodeDialog.tsx';
import { codeSteps } from './code-steps.ts';
import './code.css';

const DIALOG = lazyValue(async () => (await import('./CodeDialog.tsx')).CodeDialog);

/** One code: whose it is, what it is worth, and what can be done about it. */
export const CodePage = (): JSX.Element => {
  const { params } = useRoute();
  const redemptionId = idOfSegment(params['redemptionId'] ?? '');
  const known = useMemo(
    () =>
      createResource(() =>
        request(api().redemptions[':redemptionId'].$get({ param: { redemptionId } })),
      ),
    [redemptionId],
  );
  const asking = useSignal<CodeAct | null>(null);
  useEffect(() => void known.load(), [known]);
  const w = messages();
  const of = known.value.value;
  const fault = known.fault.value;
  const crumbs = [{ href: shopPath('/codes'), text: w.codes.title }];
  if (of === undefined)
    return (
      <Page title={w.codes.title} crumbs={crumbs}>
        {fault?.code === 'unknownRedemption' ? (
          <Empty icon={Ticket} title={w.code.unknown}>
            <p>{w.code.unknownText}</p>
          </Empty>
        ) : fault ? (
          <Fault fault={fault} onRetry={() => void known.load()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </Page>
    );
  return (
    <Page
      title={of.voucher?.code ?? rewardOf(of)}
      crumbs={crumbs}
      badge={<StateBadge of={of.state} />}
      text={[w.code.rewardLine(rewardOf(of)), minimumOf(of)].filter(Boolean).join(', ')}
      actions={<Acts of={of} onAct={(act) => (asking.value = act)} />}
    >
      <Stages of={of} />
      <div class="beside">
        <section aria-label={w.codes.code}>
          <Facts of={of} />
          {of.returns.length > 0 && of.shopper !== null && <IfReleased of={of} />}
        </section>
        <section class="card" aria-label={w.code.happened}>
          <h2>{w.code.happened}</h2>
          <Steps of={codeSteps(of)} />
        </section>
      </div>
      {asking.value !== null && (
        <Asked
          of={of}
          act={asking.value}
          onClose={() => (asking.value = null)}
          onDone={() => void known.load()}
        />
      )}
    </Page>
  );
};

function Asked(props: {
  of: Found;
  act: CodeAct;
  onClose: () => void;
  onDone: () => void;
}): JSX.Element {
  const { of, act, onClose, onDone } = props;
  return (
    <LazyPart of={DIALOG}>
      {(CodeDialog) => (
        <CodeDialog
          of={of}
          act={act}
          onClose={onClose}
          onDone={() => {
            onClose();
            onDone();
          }}
        />
      )}
    </LazyPart>
  );
}

function Acts({ of, onAct }: { of: Found; onAct: (act: CodeAct) => void }): JSX.Element {
  const w = messages().code;
  const blocked = denied('serve');
  const waits = of.state === 'issued' || of.state === 'held';
  const { voucher } = of;
  return (
    <>
      {voucher && (
        <Button
          icon={Copy}
          onClick={() =>
            void navigator.clipboard
              .writeText(voucher.code)
              .then(() => showToast('done', messages().app.copied))
          }
        >
          {w.copy}
        </Button>
      )}
      {of.canVoid && (
        <Button icon={Ban} blocked={blocked} onClick={() => onAct('void')}>
          {w.void}
        </Button>
      )}
      {waits && (
        <Button icon={Undo2} blocked={blocked} onClick={() => onAct('release')}>
          {w.release}
        </Button>
      )}
      {of.canExtend && (
        <Button icon={Clock} blocked={blocked} onClick={() => onAct('extend')}>
          {w.extend}
        </Button>
      )}
    </>
  );
}

/** From reserved to used, as far as it has come. */
function Stages({ of }: { of: Found }): JSX.Element {
  const w = messages();
  const isUsed = of.state === 'used';
  const isIssued = of.state !== 'held' && of.voucher !== null;
  const ended = of.endedAt === null ? w.code.notYet : formatTime(of.endedAt);
  const last = isUsed || of.endedAt === null ? w.code.steps.used : w.codes.states[of.state];
  const steps = [
    { text: w.code.steps.held, isDone: true, line: formatTime(of.takenAt) },
    {
      text: w.code.steps.issued,
      isDone: isIssued,
      line: isIssued ? formatTime(of.takenAt) : w.code.notYet,
    },
    { text: last, isDone: isUsed, line: ended },
  ];
  return (
    <ol class="stages">
      {steps.map(({ text, isDone, line }) => (
        <li key={text} class={isDone ? 'done' : ''}>
          <strong>
            {isDone && <Icon of={Check} size={15} />} {text}
          </strong>
          <p class="quiet small">{line}</p>
        </li>
      ))}
    </ol>
  );
}

function Facts({ of }: { of: Found }): JSX.Element {
  const w = messages();
  const { voucher, shopper } = of;
  const money = voucher === null ? '' : formatMoney(voucher.valueMinor, voucher.currency);
  return (
    <dl class="facts-list card">
      {shopper !== null && (
        <>
          <dt>{w.codes.shopper}</dt>
          <dd>
            <a href={shopperPage(shopper)}>{shopper.name ?? shopper.email ?? shopper.id}</a>
          </dd>
        </>
      )}
      <dt>{w.code.cost}</dt>
      <dd>{money === '' ? formatCount(of.points) : w.code.costText(of.points, money)}</dd>
      {voucher !== null && (
        <>
          <dt>{w.code.validUntil}</dt>
          <dd>{formatShopEnd(voucher.expiresAt)}</dd>
          <dt>{w.code.worksOn}</dt>
          <dd>
            {of.minimumBasketMinor === null
              ? w.code.anyOrder
              : w.code.ordersFrom(formatMoney(of.minimumBasketMinor, voucher.currency))}
          </dd>
        </>
      )}
      <dt>{w.code.madeBy}</dt>
      <dd>{w.code.makers[of.madeBy]}</dd>
      {of.uses.length > 0 && (
        <>
          <dt>{w.code.usedOn}</dt>
          <dd>
            {of.uses.map(({ orderId }) => (
              <a key={orderId} href={orderPage(orderId)}>
                {orderId}
              </a>
            ))}
          </dd>
        </>
      )}
      {of.note !== null && (
        <>
          <dt>{w.code.note}</dt>
          <dd>{of.note}</dd>
        </>
      )}
    </dl>
  );
}

function IfReleased({ of }: { of: Found }): JSX.Element {
  const w = messages().code;
  const name = of.shopper?.name ?? of.shopper?.email ?? of.shopper?.id ?? '';
  // Lots that end on one day are one to whoever reads it.
  const byEnd = Map.groupBy(of.returns, ({ expireAt, isLate }) =>
    isLate ? 'late' : expireAt === null ? '' : formatShopDay(expireAt),
  );
  const parts = [...byEnd].map(([day, lots]) => {
    const count = formatCount(lots.reduce((sum, { points }) => sum + points, 0));
    if (day === 'late') return w.returnsLate(count);
    return day === '' ? w.returnsForever(count) : w.returns(count, day);
  });
  return (
    <>
      <h2>{w.ifReleased}</h2>
      <p class="note small">
        {w.ifReleasedText(formatCount(of.points), name)} {parts.join(' · ')}
      </p>
    </>
  );
}

function rewardOf({ rewardName, rewardId }: Found): string {
  return rewardName?.[language.value] ?? rewardName?.['en'] ?? rewardId;
}

function minimumOf({ minimumBasketMinor, voucher }: Found): string {
  if (minimumBasketMinor === null || voucher === null) return '';
  return messages().code.minimum(formatMoney(minimumBasketMinor, voucher.currency));
}
