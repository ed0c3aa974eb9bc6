import { useState } from 'react';
import { useStore } from 'zustand';
import { useProductText } from '../../format/productText';
import { useFormat } from '../../format/useFormat';
import { useExchange } from '../../services/context';
import { indexNameOf } from '../../services/index/indexService';
import type { Instrument } from '../../services/instruments/Instrument';
import { CurveSpark } from './CurveSpark';
import { InstrumentRow } from './InstrumentRow';
import css from './instruments.module.css';

interface ProductGroupProps {
  product: string;
  members: Instrument[];
}

/** One product: its benchmark, the shape of its forward curve, and its contracts. */
export function ProductGroup({ product, members }: ProductGroupProps) {
  const text = useProductText();
  const format = useFormat();
  const [open, setOpen] = useState(true);
  const { index } = useExchange();
  const first = members[0];
  const fixing = useStore(index.store, ({ names, history }) => {
    const name = first && indexNameOf(first, names);
    return name ? history[name]?.at(-1)?.price : undefined;
  });
  return (
    <section className={css.group}>
      <button type="button" className={css.groupHead} aria-expanded={open} data-rove onClick={() => setOpen(!open)}>
        <i aria-hidden="true">{open ? '▾' : '▸'}</i>
        <span>
          <b>{product}</b>
          <small>{text.name(product)}</small>
        </span>
        <CurveSpark product={product} members={members} />
        <span className={css.fixing}>{first && format.price(fixing ?? null, first)}</span>
      </button>
      {open && members.map((instrument) => <InstrumentRow key={instrument.name} instrument={instrument} />)}
    </section>
  );
}
