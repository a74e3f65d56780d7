import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { OwnOrder } from '@okaeri/shared/own-order';
import type { Me, PublicProgram, QuoteRequest } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { Icon } from '../ui/icons.tsx';
import { sheetOf } from '../styles/sheet.ts';
import { createOrderModel, type OrderModel } from './order-model.ts';
import { aroundNumber, birthdayGiftOf, goalOf, timeMessageOf } from './order-rules.ts';
import css from './order.css?inline';
import { useSignal } from '../ui/signals.ts';

const sheet = sheetOf(css);

interface Props {
  readonly model: AppModel;
}
type MemberProps = Props & { readonly program: PublicProgram; readonly me: Me };

/** On the page of an order: what it brings, when that is yours, and what is missing to the next reward. */
export const Panel = ({ model }: Props): JSX.Element => {
  const place = useRef<HTMLDivElement | null>(null);
  const order = useSignal<OrderModel | null>(null);
  useEffect(() => {
    adoptSheets(place.current, [sheet]);
    const root = place.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return undefined;
    return followOrder(model, root.host, (next) => {
      order.value = next;
    });
  }, []);
  return (
    <div ref={place} class="place">
      {order.value && <Seen model={model} order={order.value} />}
    </div>
  );
};

/** Follows the order that an element names, and another one when it names another. */
function followOrder(
  model: AppModel,
  host: Element & { readonly cart?: QuoteRequest },
  show: (order: OrderModel) => void,
): () => void {
  let order: OrderModel | undefined;
  const look = (): void => {
    const orderId = host.getAttribute('order-id');
    if (!orderId) return;
    order?.stop();
    order = createOrderModel(model, { orderId, cart: host.cart ?? null });
    show(order);
  };
  const changes = new MutationObserver(look);
  changes.observe(host, { attributeFilter: ['order-id'] });
  look();
  return () => {
    changes.disconnect();
    order?.stop();
  };
}

const Seen = ({ model, order }: Props & { order: OrderModel }): JSX.Element | null => {
  const { program, me } = model.state.value;
  const seen = order.seen.value;
  if (program === null || seen.kind === 'nothing') return null;
  if (seen.kind === 'guest') return <Guest model={model} points={seen.points} />;
  if (me === null) return null;
  return (
    <section class="order" part="order" aria-live="polite">
      {seen.kind === 'waits' ? (
        <p class="quiet-text">{model.words.say('orderWaits')}</p>
      ) : (
        <>
          <Brought model={model} order={seen.order} />
          <Ahead model={model} program={program} me={me} />
          <Birthday model={model} program={program} me={me} />
        </>
      )}
    </section>
  );
};

const Brought = ({ model, order }: Props & { order: OwnOrder }): JSX.Element => {
  const { say, day } = model.words;
  const { yours, points } = order;
  const key = timeMessageOf(yours);
  const time =
    yours.kind === 'on'
      ? say(key, { day: day(yours.at) })
      : yours.kind === 'after'
        ? say(key, { count: yours.days })
        : say(key);
  return (
    <>
      {points > 0 && <Sum model={model} points={points} />}
      <p class="quiet-text">{time}</p>
    </>
  );
};

/** The points, with their number large wherever the language puts it. */
const Sum = ({ model, points }: Props & { points: number }): JSX.Element => {
  const { say, count, points: named } = model.words;
  const number = `+${count(points)}`;
  const text = say('orderPoints', { points: named(points).replace(count(points), number) });
  const [before, large, after] = aroundNumber(text, number);
  return (
    <p class="order-sum">
      {before}
      {large && <strong>{large}</strong>}
      {after}
    </p>
  );
};

/** What is there and on the way, against the next reward. */
const Ahead = ({ model, program, me }: MemberProps): JSX.Element | null => {
  const { say, count, points: named } = model.words;
  const { available, pending } = me.balance;
  const goal = goalOf(program, me, model.aim.value);
  if (goal === null) return null;
  const reward = model.rewardName(goal.rewardId);
  const sum = say(pending > 0 ? 'orderSum' : 'orderSumNow', {
    available: count(available),
    pending: count(pending),
  });
  const missing =
    goal.missing > 0
      ? say('toReward', { points: named(goal.missing), reward })
      : say('inReach', { reward });
  const percent = (points: number): number => Math.min(100, (points / goal.cost) * 100);
  return (
    <div class="ahead">
      <svg class="order-meter" role="img" aria-label={`${sum}. ${missing}`}>
        <rect class="track" width="100%" height="8" rx="4" />
        <rect class="pale" width={`${percent(available + pending)}%`} height="8" rx="4" />
        <rect class="solid" width={`${percent(available)}%`} height="8" rx="4" />
      </svg>
      <p class="quiet-text">{sum}</p>
      <p class="missing">{missing}</p>
    </div>
  );
};

const Birthday = ({ model, program, me }: MemberProps): JSX.Element | null => {
  const { say, points } = model.words;
  const gift = birthdayGiftOf(program, me);
  if (gift === null) return null;
  const now = gift.pointsNow > 0 ? say('orderBirthdayNow', { points: points(gift.pointsNow) }) : '';
  const then = gift.onTheDay ? say('orderBirthdayGift') : '';
  return (
    <Act
      title={say('orderBirthday')}
      text={[now, then].filter(Boolean).join(model.words.language === 'ja' ? '・' : ' · ')}
      button={say('orderAdd')}
      onClick={() => {
        model.page.value = 'profile';
        model.openPanel();
      }}
    >
      <Icon d="M4 20.5h16V13a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2zM4 16c2.7 2 5.3-2 8 0s5.3 2 8 0M12 11V7.5M12 5V4" />
    </Act>
  );
};

/** Somebody who is not signed in reads what they leave behind. */
const Guest = ({ model, points }: Props & { points: number }): JSX.Element => {
  const { say, points: named } = model.words;
  return (
    <section class="order guest" part="order">
      <Sum model={model} points={points} />
      <p class="order-join">{say('orderJoin', { points: named(points) })}</p>
      <Button
        onClick={() => {
          model.page.value = 'home';
          model.openPanel();
        }}
      >
        {say('orderJoinGo')}
      </Button>
    </section>
  );
};

const Act = (props: {
  title: string;
  text: string;
  button: string;
  onClick: () => void;
  children: ComponentChildren;
}): JSX.Element => (
  <div class="order-act">
    {props.children}
    <p>
      <b>{props.title}</b>
      <span class="quiet-text">{props.text}</span>
    </p>
    <Button onClick={props.onClick}>{props.button}</Button>
  </div>
);
