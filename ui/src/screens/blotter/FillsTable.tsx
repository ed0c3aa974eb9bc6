import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Fill } from '../../services/account/records';
import { Empty } from '../shared/Empty';
import { Table, type Column } from '../shared/Table';
import { NameCell, PriceCell, SideCell } from './cells';

/** Own trades, newest first. */
export function FillsTable({ fills }: { fills: Fill[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (fills.length === 0) return <Empty>{t('blotter.noFills')}</Empty>;

  const columns: Column<Fill>[] = [
    {
      key: 'name',
      head: t('blotter.instrument'),
      start: true,
      cell: ({ instrument }) => <NameCell name={instrument} />,
    },
    { key: 'side', head: t('blotter.side'), start: true, cell: ({ side }) => <SideCell side={side} /> },
    {
      key: 'price',
      head: t('trades.price'),
      cell: ({ instrument, price }) => <PriceCell name={instrument} price={price} />,
    },
    { key: 'lots', head: t('blotter.quantity'), cell: ({ lots }) => format.lots(lots) },
    {
      key: 'fee',
      head: t('blotter.fee'),
      cell: ({ fee, feeCurrency }) => (fee === null ? format.money(null) : `${format.money(fee)} ${feeCurrency ?? ''}`),
    },
    {
      key: 'liquidity',
      head: t('blotter.liquidity'),
      cell: ({ maker }) => (maker === null ? '' : maker ? t('blotter.maker') : t('blotter.taker')),
    },
    { key: 'time', head: t('blotter.time'), cell: ({ timestampMs }) => format.clock(timestampMs) },
  ];
  return <Table label={t('blotter.fills')} columns={columns} rows={fills} rowKey={({ id }) => id} />;
}
