import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSelectedInstrument } from '../../services/context';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { Segmented } from '../shared/Segmented';
import { Veil } from '../shared/Veil';
import { ContractFacts } from './ContractFacts';
import { LotsField, PriceField } from './fields';
import { MarginFacts } from './MarginFacts';
import { OrderOptions } from './OrderOptions';
import { Outcome } from './Outcome';
import { SubmitButton } from './SubmitButton';
import css from './ticket.module.css';
import { ticket } from './ticketStore';
import { useSubmit } from './useSubmit';
import { useSuggestedPrice } from './useSuggestedPrice';

/** Where orders are written and sent. */
export function TicketPanel({ className }: { className?: string }) {
  const { t } = useTranslation();
  const instrument = useSelectedInstrument();
  const { side, type } = useStore(ticket);
  const { submit, sending, outcome, clear } = useSubmit(instrument);
  useSuggestedPrice(instrument);
  useEffect(clear, [instrument?.name, clear]);

  return (
    <Panel id="ticket" title={t('ticket.title')} className={className}>
      {instrument ? (
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Segmented
            label={t('ticket.side')}
            size="large"
            value={side}
            options={[
              { value: 'buy', text: t('ticket.buy'), tone: 'up' },
              { value: 'sell', text: t('ticket.sell'), tone: 'down' },
            ]}
            onChange={(value) => ticket.setState({ side: value })}
          />
          <Segmented
            label={t('ticket.type')}
            value={type}
            options={[
              { value: 'limit', text: t('ticket.limit') },
              { value: 'market', text: t('ticket.market') },
            ]}
            onChange={(value) => ticket.setState({ type: value })}
          />
          <PriceField instrument={instrument} />
          <LotsField instrument={instrument} />
          <OrderOptions />
          <ContractFacts instrument={instrument} />
          <MarginFacts instrument={instrument} />
          <SubmitButton instrument={instrument} sending={sending} />
          <Outcome outcome={outcome} instrument={instrument} />
        </form>
      ) : (
        <Empty>{t('instruments.loading')}</Empty>
      )}
      <Veil />
    </Panel>
  );
}
