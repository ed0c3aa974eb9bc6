import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Candle } from '../../services/chart/chartService';
import type { Fixing } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';
import { Table, type Column } from '../shared/Table';

/** The candles as text, newest first. */
export function CandleTable({ candles, instrument }: { candles: Candle[]; instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const prices = (['open', 'high', 'low', 'close'] as const).map((key): Column<Candle> => ({
    key,
    head: t(`chart.${key}`),
    cell: (candle) => format.price(candle[key], instrument),
  }));
  const columns: Column<Candle>[] = [
    { key: 'day', head: t('chart.date'), start: true, cell: ({ timeMs }) => format.day(timeMs) },
    { key: 'time', head: t('chart.time'), start: true, cell: ({ timeMs }) => format.clock(timeMs) },
    ...prices,
    { key: 'volume', head: t('chart.volume'), cell: ({ volume }) => format.lots(volume) },
  ];
  const rows = [...candles].reverse();
  return <Table label={t('chart.tableOf')} columns={columns} rows={rows} rowKey={({ timeMs }) => String(timeMs)} />;
}

/** The fixings as text, newest first. */
export function FixingTable({ fixings, instrument }: { fixings: Fixing[]; instrument: Instrument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Fixing>[] = [
    { key: 'date', head: t('chart.date'), start: true, cell: ({ date }) => format.businessDate(date) },
    { key: 'price', head: t('chart.fixing'), cell: ({ price }) => format.fixing(price, instrument) },
    { key: 'count', head: t('chart.contributors'), cell: ({ contributors }) => format.decimal(contributors, 0) },
  ];
  return (
    <Table label={t('chart.tableOf')} columns={columns} rows={[...fixings].reverse()} rowKey={({ date }) => date} />
  );
}
