import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExchange, useSelectedInstrument, useSettings } from '../../services/context';
import { indexNameOf } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';
import { useStore } from 'zustand';
import { Empty } from '../shared/Empty';
import { Panel } from '../shared/Panel';
import { Segmented } from '../shared/Segmented';
import { Veil } from '../shared/Veil';
import css from './chart.module.css';
import { CandleTable, FixingTable } from './ChartTable';
import { ResolutionPicker, type WidthChoice } from './ResolutionPicker';
import { useCandles } from './useCandles';

const CandleChart = lazy(() => import('./CandleChart'));
const IndexChart = lazy(() => import('./IndexChart'));

type Mode = 'contract' | 'index';

/** The contract's price or the benchmark it settles to, drawn or as a table. */
export function ChartPanel({ className }: { className?: string }) {
  const { t } = useTranslation();
  const instrument = useSelectedInstrument();
  const [mode, setMode] = useState<Mode>('contract');
  const [choice, setChoice] = useState<WidthChoice>('auto');
  const [asTable, setAsTable] = useState(false);
  const modes: readonly { value: Mode; text: string }[] = [
    { value: 'contract', text: t('chart.contract') },
    { value: 'index', text: t('chart.index') },
  ];
  const actions = (
    <>
      {mode === 'contract' && <ResolutionPicker choice={choice} onChange={setChoice} />}
      <Segmented label={t('chart.title')} value={mode} options={modes} onChange={setMode} />
      <button
        type="button"
        className={css.toggle}
        aria-pressed={asTable}
        title={t('chart.tableOf')}
        onClick={() => setAsTable(!asTable)}
      >
        {t('chart.table')}
      </button>
    </>
  );
  return (
    <Panel title={t('chart.title')} className={className} actions={actions}>
      <div className={css.body} data-testid="chart">
        <Suspense fallback={<Empty>{t('chart.loading')}</Empty>}>
          {instrument && mode === 'contract' && (
            <ContractView key={instrument.name} {...{ instrument, choice, asTable }} />
          )}
          {instrument && mode === 'index' && <IndexView {...{ instrument, asTable }} />}
        </Suspense>
      </div>
      <Veil />
    </Panel>
  );
}

/** A chart reads its colours and words once, so it is made anew when the look of the page changes. */
function useLook(): string {
  const { theme, colours, language } = useSettings();
  return [theme, colours, language].join();
}

interface ContractViewProps {
  instrument: Instrument;
  choice: WidthChoice;
  asTable: boolean;
}

function ContractView({ instrument, choice, asTable }: ContractViewProps) {
  const { t } = useTranslation();
  const { candles, loading } = useCandles(instrument, choice);
  const look = useLook();
  if (loading) return <Empty>{t('chart.loading')}</Empty>;
  if (candles.length === 0) return <Empty>{t('chart.empty')}</Empty>;
  if (asTable) return <CandleTable candles={candles} instrument={instrument} />;
  return <CandleChart key={look} candles={candles} instrument={instrument} />;
}

function IndexView({ instrument, asTable }: { instrument: Instrument; asTable: boolean }) {
  const { t } = useTranslation();
  const { names, history } = useStore(useExchange().index.store);
  const look = useLook();
  const name = indexNameOf(instrument, names);
  const fixings = name ? history[name] : undefined;
  if (!name || !fixings?.length) return <Empty>{t('chart.noIndex')}</Empty>;
  if (asTable) return <FixingTable fixings={fixings} instrument={instrument} />;
  return <IndexChart key={look + instrument.name} name={name} fixings={fixings} instrument={instrument} />;
}
