import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Instrument } from '../../services/instruments/Instrument';
import css from './ticket.module.css';
import { useOrderMargin } from './useOrderMargin';

const AT_ONCE = 17;

/** What the order would need before it is sent; nothing while that is not known. */
export function MarginFacts({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const margin = useOrderMargin(instrument);
  if (margin === null) return null;
  const money = (value: number) => `${format.money(value)} ${margin.currency}`;
  const scenario =
    margin.scenario === AT_ONCE ? t('ticket.margin.atOnce') : t('ticket.margin.scenario', { number: margin.scenario });
  return (
    <>
      <dl className={css.facts} data-testid="order-margin" data-accepted={margin.accepted}>
        <div>
          <dt>{t('ticket.margin.added')}</dt>
          <dd>{money(margin.added)}</dd>
        </div>
        <div>
          <dt>{t('ticket.margin.requirement')}</dt>
          <dd>{money(margin.requirement)}</dd>
        </div>
        {margin.scenario !== null && (
          <div>
            <dt>{t('ticket.margin.worst')}</dt>
            <dd>{scenario}</dd>
          </div>
        )}
        <div>
          <dt>{t('ticket.margin.available')}</dt>
          <dd>{money(margin.available)}</dd>
        </div>
      </dl>
      {!margin.accepted && (
        <p className={css.refusal} role="status">
          {t('ticket.margin.short', { missing: money(-margin.available) })}
        </p>
      )}
    </>
  );
}
