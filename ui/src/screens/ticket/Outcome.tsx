import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../format/useErrorText';
import { useFormat } from '../../format/useFormat';
import type { Order } from '../../services/account/records';
import type { Instrument } from '../../services/instruments/Instrument';
import css from './ticket.module.css';
import type { TicketOutcome } from './useSubmit';

interface OutcomeProps {
  outcome: TicketOutcome | null;
  instrument: Instrument;
}

/** What became of the last order: accepted, filled, or refused in the exchange's own words. */
export function Outcome({ outcome, instrument }: OutcomeProps) {
  return (
    <div aria-live="polite" className={css.outcome} data-testid="outcome" data-kind={outcome?.kind}>
      {outcome?.kind === 'unreadable' && <Unreadable reason={outcome.reason} instrument={instrument} />}
      {outcome?.kind === 'refused' && <Refused {...outcome} />}
      {outcome?.kind === 'placed' && <PlacedText {...outcome} />}
    </div>
  );
}

function Unreadable({ reason, instrument }: { reason: 'badQuantity' | 'badPrice'; instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const values = { step: instrument.lotStep, tick: format.price(instrument.tickSize, instrument) };
  return (
    <p className={css.refusal}>
      {reason === 'badPrice' ? t('ticket.badPrice', values) : t('ticket.badQuantity', values)}
    </p>
  );
}

function Refused({ error }: Extract<TicketOutcome, { kind: 'refused' }>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div className={css.refusal} role="alert">
      {error.code > 0 || error.code < -100 ? <b>{t('ticket.refused')}</b> : null}
      <p>{t('notices.failed', { message: errorText(error), code: error.code })}</p>
      {error.detail && <p>{error.detail}</p>}
      {error.acceptableLots !== null && <p>{t('ticket.fits', { lots: error.acceptableLots })}</p>}
    </div>
  );
}

function PlacedText({ sent, placed }: Extract<TicketOutcome, { kind: 'placed' }>) {
  const { t } = useTranslation();
  const { order, filledLots } = placed;
  const filled = filledLots > 0 && t('ticket.filled', { filled: filledLots, lots: sent.lots });
  return <p className={css.accepted}>{[filled, order && stateText(order, t)].filter(Boolean).join(' ')}</p>;
}

function stateText({ id, state }: Order, t: TFunction): string | null {
  if (state === 'open') return t('ticket.resting', { id });
  if (state === 'cancelled') return t('ticket.cancelled', { id });
  return state === 'filled' ? null : t('ticket.done', { id, state });
}
