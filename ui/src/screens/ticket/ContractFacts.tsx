import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { NONE } from '../../format/format';
import { useProductText } from '../../format/productText';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';
import { fromTicks } from '../../services/instruments/ticks';
import { notionalOf, readTicket } from './readTicket';
import css from './ticket.module.css';
import { ticket } from './ticketStore';

/** What the order amounts to, in the commodity and in money. */
export function ContractFacts({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useProductText();
  const reading = readTicket(useStore(ticket), instrument);
  const { book } = useExchange();
  const opposite = useStore(book.store, ({ view }) => {
    const level = reading.ok && reading.order.side === 'sell' ? view.bids[0] : view.asks[0];
    return level?.ticks ?? null;
  });
  const units = text.units(instrument.product);
  const money = (value: number) => `${format.money(value)} ${instrument.quoteCurrency}`;
  const ticks = reading.ok ? (reading.order.priceTicks ?? opposite) : null;
  const price = ticks === null ? null : fromTicks(ticks, instrument.tickSize);
  const rows: [string, string][] = [
    [t('ticket.contractSize'), t('ticket.size', { size: format.decimal(instrument.contractSize, 0), unit: units })],
    [
      t('ticket.tick'),
      t('ticket.tickValue', {
        tick: format.price(instrument.tickSize, instrument),
        value: money(notionalOf(1, instrument.tickSize, instrument)),
      }),
    ],
    [
      t('ticket.underlying'),
      reading.ok ? `${format.decimal(reading.order.lots * instrument.contractSize, 0)} ${units}` : NONE,
    ],
    [
      t('ticket.notional'),
      reading.ok && price !== null ? money(notionalOf(reading.order.lots, price, instrument)) : NONE,
    ],
  ];
  return (
    <dl className={css.facts}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
