import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../format/useFormat';
import { useExchange, useSelectedInstrument } from '../../services/context';
import { forMarket, venueNow } from '../../services/venue/venueService';
import css from './header.module.css';

const TICK_MS = 250;
/** Above this rate seconds fly by unreadably and are left out. */
const FAST_RATE = 30;

function useWallClock(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The venue's own time, and the business date and phase of the chosen contract's market. */
export function VenueClock() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const product = useSelectedInstrument()?.product;
  const venue = useStore(useExchange().venue.store);
  const now = venueNow(venue.clock, useWallClock());
  const fast = (venue.clock?.rate ?? 1) > FAST_RATE;
  const phase = forMarket(venue.phases, product);
  const phaseKey = `venue.phases.${phase?.toUpperCase()}`;
  return (
    <dl className={css.clock}>
      <div>
        <dt>{t('venue.businessDate')}</dt>
        <dd data-testid="business-date">{format.businessDate(forMarket(venue.businessDates, product))}</dd>
      </div>
      <div>
        <dt>{t('venue.time')}</dt>
        <dd data-testid="venue-time">{fast ? format.minute(now) : format.clock(now)}</dd>
      </div>
      {phase && (
        <div>
          <dt>{t('venue.phase')}</dt>
          <dd className={css.phase} data-phase={phase.toUpperCase()}>
            {i18n.exists(phaseKey) ? t(phaseKey as 'venue.phases.OPEN') : phase}
          </dd>
        </div>
      )}
    </dl>
  );
}
