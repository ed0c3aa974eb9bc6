import { useTranslation } from 'react-i18next';
import type { Level } from '../../services/book/Book';
import type { Instrument } from '../../services/instruments/Instrument';
import css from './book.module.css';
import { LadderRow } from './LadderRow';

interface LadderSideProps {
  side: 'bid' | 'ask';
  /** Best first. */
  levels: Level[];
  /** The larger total of both sides: the full width of a depth bar. */
  deepest: number;
  instrument: Instrument;
  /** Prices, in ticks, at which own orders rest. */
  own: Set<number>;
}

/** One side of the ladder, its best price next to the spread. */
export function LadderSide({ side, levels, deepest, instrument, own }: LadderSideProps) {
  const { t } = useTranslation();
  const shown = side === 'ask' ? [...levels].reverse() : levels;
  return (
    <div
      role="group"
      aria-label={side === 'bid' ? t('book.bids') : t('book.asks')}
      className={css.side}
      data-side={side}
    >
      {shown.map((level) => (
        <LadderRow
          key={level.ticks}
          side={side}
          ticks={level.ticks}
          lots={level.lots}
          total={level.total}
          depth={level.total / deepest}
          best={level === levels[0]}
          own={own.has(level.ticks)}
          instrument={instrument}
        />
      ))}
      {levels.length === 0 && <p className={css.none}>{t('book.empty')}</p>}
    </div>
  );
}
