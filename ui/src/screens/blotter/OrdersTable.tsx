import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { Order } from '../../services/account/records';
import { TIMES_IN_FORCE } from '../../services/account/tradingService';
import { useExchange } from '../../services/context';
import button from '../shared/button.module.css';
import { Empty } from '../shared/Empty';
import { Table, type Column } from '../shared/Table';
import { NameCell, PriceCell, SideCell } from './cells';
import css from './cells.module.css';
import { useAct } from './useAct';

/** Working orders, each with its own cancel. */
export function OrdersTable({ orders }: { orders: Order[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { trading } = useExchange();
  const act = useAct();
  if (orders.length === 0) return <Empty>{t('blotter.noOrders')}</Empty>;

  const timeInForce = (order: Order) => {
    const known = TIMES_IN_FORCE.find((value) => value === order.timeInForce);
    return known ? t(`blotter.tifShort.${known}`) : order.timeInForce;
  };
  const columns: Column<Order>[] = [
    {
      key: 'name',
      head: t('blotter.instrument'),
      start: true,
      cell: ({ instrument }) => <NameCell name={instrument} />,
    },
    { key: 'side', head: t('blotter.side'), start: true, cell: ({ side }) => <SideCell side={side} /> },
    {
      key: 'price',
      head: t('blotter.price'),
      cell: ({ instrument, price }) =>
        price === null ? t('blotter.market') : <PriceCell name={instrument} price={price} />,
    },
    { key: 'lots', head: t('blotter.quantity'), cell: ({ lots }) => format.lots(lots) },
    { key: 'filled', head: t('blotter.filled'), cell: ({ filledLots }) => format.lots(filledLots) },
    {
      key: 'tif',
      head: t('blotter.tif'),
      cell: (order) => (
        <>
          {timeInForce(order)}
          {order.postOnly && <span className={css.tag}>{t('blotter.postOnly')}</span>}
        </>
      ),
    },
    { key: 'time', head: t('blotter.time'), cell: ({ createdMs }) => format.clock(createdMs) },
    {
      key: 'cancel',
      head: t('blotter.cancel'),
      cell: ({ id }) => (
        <button
          type="button"
          className={`${button.plain} ${button.small}`}
          aria-label={t('blotter.cancelOrder', { id })}
          data-cancel={id}
          onClick={() => act(trading.cancel(id))}
        >
          {t('blotter.cancel')}
        </button>
      ),
    },
  ];
  return <Table label={t('blotter.orders')} columns={columns} rows={orders} rowKey={(order) => order.id} />;
}
