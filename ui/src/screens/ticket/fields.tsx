import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useProductText } from '../../format/productText';
import type { Instrument } from '../../services/instruments/Instrument';
import { parseSteps, priceText } from '../../services/instruments/ticks';
import css from './ticket.module.css';
import { ticket } from './ticketStore';

interface StepFieldProps {
  label: string;
  unit: string;
  name: string;
  value: string;
  step: number;
  upText: string;
  downText: string;
  disabled?: boolean;
  onChange: (value: string) => void;
  children?: ReactNode;
}

/** A number typed or stepped, with the arrow keys or the two buttons. */
function StepField(props: StepFieldProps) {
  const { label, unit, name, value, step, upText, downText, disabled, onChange, children } = props;
  const id = useId();
  const move = (by: number) => {
    const parsed = parseSteps(value, step);
    onChange(priceText((parsed.ok ? parsed.steps : 0) + by, step));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    move(event.shiftKey ? by * 10 : by);
  };
  return (
    <div className={css.field} data-disabled={disabled}>
      <label htmlFor={id}>{label}</label>
      <div className={css.input}>
        <input
          id={id}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className={css.unit}>{unit}</span>
        <button type="button" tabIndex={-1} aria-label={downText} disabled={disabled} onClick={() => move(-1)}>
          −
        </button>
        <button type="button" tabIndex={-1} aria-label={upText} disabled={disabled} onClick={() => move(1)}>
          +
        </button>
      </div>
      {children}
    </div>
  );
}

export function PriceField({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation();
  const text = useProductText();
  const { price, type } = useStore(ticket);
  const market = type === 'market';
  return (
    <StepField
      label={t('ticket.price')}
      name="price"
      unit={t('summary.perUnit', { currency: instrument.quoteCurrency, unit: text.unit(instrument.product) })}
      value={market ? t('ticket.atMarket') : price}
      step={instrument.tickSize}
      upText={t('ticket.up')}
      downText={t('ticket.down')}
      disabled={market}
      onChange={(value) => ticket.setState({ price: value })}
    />
  );
}

const QUICK_LOTS = ['1', '5', '10', '25', '50'];

export function LotsField({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation();
  const { lots } = useStore(ticket);
  return (
    <StepField
      label={t('ticket.quantity')}
      name="lots"
      unit={t('ticket.lots')}
      value={lots}
      step={instrument.lotStep}
      upText={t('ticket.more')}
      downText={t('ticket.less')}
      onChange={(value) => ticket.setState({ lots: value })}
    >
      <div className={css.quick}>
        {QUICK_LOTS.map((quick) => (
          <button
            key={quick}
            type="button"
            aria-label={t('ticket.add', { lots: quick })}
            aria-pressed={lots === quick}
            onClick={() => ticket.setState({ lots: quick })}
          >
            {quick}
          </button>
        ))}
      </div>
    </StepField>
  );
}
