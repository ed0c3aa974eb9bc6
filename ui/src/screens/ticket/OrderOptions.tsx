import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { TIMES_IN_FORCE, type TimeInForce } from '../../services/account/tradingService';
import { mayRest } from './readTicket';
import css from './ticket.module.css';
import { ticket } from './ticketStore';

/** How long a limit order stays, and whether it may take liquidity. */
export function OrderOptions() {
  const { t } = useTranslation();
  const id = useId();
  const { type, timeInForce, postOnly } = useStore(ticket);
  const limit = type === 'limit';
  const postable = limit && mayRest({ timeInForce });
  return (
    <div className={css.options}>
      <label htmlFor={id} className="visually-hidden">
        {t('ticket.timeInForce')}
      </label>
      <select
        id={id}
        name="timeInForce"
        value={timeInForce}
        disabled={!limit}
        onChange={(event) => ticket.setState({ timeInForce: event.target.value as TimeInForce })}
      >
        {TIMES_IN_FORCE.map((value) => (
          <option key={value} value={value}>
            {t(`ticket.tif.${value}`)}
          </option>
        ))}
      </select>
      <label className={css.check} data-disabled={!postable}>
        <input
          type="checkbox"
          name="postOnly"
          checked={postOnly && postable}
          disabled={!postable}
          onChange={(event) => ticket.setState({ postOnly: event.target.checked })}
        />
        {t('ticket.postOnly')}
      </label>
    </div>
  );
}
