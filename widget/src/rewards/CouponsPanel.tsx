import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { Icon, TICKET } from '../ui/icons.tsx';

/** Codes in hand, as things one takes along: a strip on the home. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const { say, end } = model.words;
  const vouchers = model.state.value.me?.vouchers ?? [];
  return (
    <section>
      <div class="head row">
        <h3>{say('readyToUse')}</h3>
        <button
          class="link"
          onClick={() => {
            model.page.value = 'rewards';
          }}
        >
          {say('allRewards')}
        </button>
      </div>
      <ul class="coupons">
        {vouchers.map(({ id, rewardId, voucher }) => (
          <li key={id}>
            <button
              class="coupon"
              part="coupon"
              onClick={() => {
                model.page.value = 'wallet';
              }}
            >
              <Icon d={TICKET} />
              <span class="row-text">
                <span class="row-title">{model.rewardName(rewardId)}</span>
                {voucher && (
                  <span class="quiet-text">
                    {say('validUntil', { day: end(voucher.expiresAt) })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
