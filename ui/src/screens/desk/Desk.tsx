import { useTranslation } from 'react-i18next';
import { useLinkState } from '../../services/context';
import { BalancePanel } from '../balance/BalancePanel';
import { Blotter } from '../blotter/Blotter';
import { BookPanel } from '../book/BookPanel';
import { ChartPanel } from '../chart/ChartPanel';
import { Header } from '../header/Header';
import { InstrumentList } from '../instruments/InstrumentList';
import { Notices } from '../notices/Notices';
import { InstrumentStrip } from '../summary/InstrumentStrip';
import { TicketPanel } from '../ticket/TicketPanel';
import { TapePanel } from '../trades/TapePanel';
import { Banner } from './Banner';
import css from './desk.module.css';
import { Footer } from './Footer';
import { useTitle } from './useTitle';

/** The whole page. */
export function Desk() {
  const { t } = useTranslation();
  const link = useLinkState();
  useTitle();
  return (
    <div className={css.desk} data-link={link}>
      <nav className={css.skip}>
        <a href="#ticket">{t('skip.toTicket')}</a>
        <a href="#book">{t('skip.toBook')}</a>
      </nav>
      <Header />
      <Banner />
      <main className={css.main}>
        <InstrumentList className={css.list} />
        <InstrumentStrip className={css.strip} />
        <ChartPanel className={css.chart} />
        <Blotter className={css.blotter} />
        <div className={css.market}>
          <BookPanel className={css.book} />
          <TapePanel className={css.tape} />
        </div>
        <div className={css.side}>
          <TicketPanel className={css.ticket} />
          <BalancePanel className={css.balance} />
        </div>
      </main>
      <Footer />
      <Notices />
    </div>
  );
}
