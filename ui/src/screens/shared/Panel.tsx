import { useId, type ReactNode } from 'react';
import css from './panel.module.css';

interface PanelProps {
  title: string;
  id?: string;
  className?: string;
  /** Right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled region of the desk. */
export function Panel({ title, id, className, actions, children }: PanelProps) {
  const titleId = useId();
  return (
    <section id={id} tabIndex={-1} aria-labelledby={titleId} className={`${css.panel} ${className ?? ''}`}>
      <header className={css.head}>
        <h2 id={titleId}>{title}</h2>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
