import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import type { Instrument } from '../../services/instruments/Instrument';

const WIDTH = 56;
const HEIGHT = 16;
const INSET = 2;

/** The product's forward curve in a thumbnail: what each contract month is worth now, nearest month first. */
export function CurveSpark({ product, members }: { product: string; members: Instrument[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tickers } = useExchange();
  const prices = useStore(
    tickers.store,
    useShallow((state) => members.flatMap(({ name }) => state.byName[name]?.mark ?? state.byName[name]?.last ?? [])),
  );
  const [first, last] = [members[0], prices.at(-1)];
  if (prices.length < 2 || !first || last === undefined)
    return <svg width={WIDTH} height={HEIGHT} aria-hidden="true" />;
  const label = t('instruments.curve', {
    product,
    from: format.price(prices[0] ?? null, first),
    to: format.price(last, first),
  });
  const points = curvePoints(prices);
  const end = points.at(-1)!;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <circle cx={end[0]} cy={end[1]} r="1.75" fill="var(--accent)" />
    </svg>
  );
}

function curvePoints(prices: number[]): [number, number][] {
  const low = Math.min(...prices);
  const range = Math.max(...prices) - low || 1;
  return prices.map((price, at) => [
    INSET + (at / (prices.length - 1)) * (WIDTH - 2 * INSET),
    HEIGHT - INSET - ((price - low) / range) * (HEIGHT - 2 * INSET),
  ]);
}
