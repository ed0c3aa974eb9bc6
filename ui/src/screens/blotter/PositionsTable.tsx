import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Position } from '../../services/account/records';
import { Empty } from '../shared/Empty';
import { Table, type Column } from '../shared/Table';
import { toneOf } from '../shared/tone';
import { NameCell, PriceCell } from './cells';

/** Open positions, marked to the market. */
export function PositionsTable({ positions }: { positions: Position[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (positions.length === 0) return <Empty>{t('blotter.noPositions')}</Empty>;

  const price = (key: string, head: string, of: (position: Position) => number | null): Column<Position> => ({
    key,
    head,
    cell: (position) => <PriceCell name={position.instrument} price={of(position)} />,
  });
  const columns: Column<Position>[] = [
    {
      key: 'name',
      head: t('blotter.instrument'),
      start: true,
      cell: ({ instrument }) => <NameCell name={instrument} />,
    },
    {
      key: 'lots',
      head: t('blotter.position'),
      cell: ({ lots }) => <span className={toneOf(lots)}>{format.signedLots(lots)}</span>,
    },
    price('average', t('blotter.average'), ({ averagePrice }) => averagePrice),
    price('mark', t('blotter.mark'), ({ markPrice }) => markPrice),
    price('settlement', t('blotter.settlement'), ({ settlementPrice }) => settlementPrice),
    {
      key: 'pnl',
      head: t('blotter.pnl'),
      cell: ({ floatingPnl }) => <span className={toneOf(floatingPnl)}>{format.signedMoney(floatingPnl)}</span>,
    },
  ];
  // Under portfolio margin a position may have no margin of its own.
  if (positions.some(({ initialMargin }) => initialMargin !== null)) {
    columns.push({
      key: 'margin',
      head: t('blotter.margin'),
      cell: ({ initialMargin }) => format.money(initialMargin),
    });
  }
  return (
    <Table label={t('blotter.positions')} columns={columns} rows={positions} rowKey={({ instrument }) => instrument} />
  );
}
