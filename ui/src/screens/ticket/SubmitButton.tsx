import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useExchange, useLinkState } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import css from './ticket.module.css';
import { ticket } from './ticketStore';

/** Says in full what pressing it does. */
export function SubmitButton({ instrument, sending }: { instrument: Instrument; sending: boolean }) {
  const { t } = useTranslation();
  const { side, type, lots, price } = useStore(ticket);
  const signedIn = useStore(useExchange().session.store, (state) => state.status === 'signedIn');
  const live = useLinkState() === 'live';
  const texts = {
    buy: { limit: 'ticket.submitBuy', market: 'ticket.submitBuyMarket' },
    sell: { limit: 'ticket.submitSell', market: 'ticket.submitSellMarket' },
  } as const;
  const order = t(texts[side][type], { lots: lots || '–', price: price || '–' });
  const text = !live
    ? t('ticket.suspended')
    : !signedIn
      ? t('ticket.needLogin')
      : sending
        ? t('ticket.sending')
        : order;
  return (
    <button
      type="submit"
      className={css.submit}
      data-side={side}
      data-testid="submit"
      disabled={!live || !signedIn || sending}
    >
      {text}
      {live && signedIn && !sending && <small>{instrument.name}</small>}
    </button>
  );
}
