import type { ReactNode } from 'react';
import css from './empty.module.css';

/** What stands in a panel that has nothing to show, and why. */
export const Empty = ({ children }: { children: ReactNode }) => <div className={css.empty}>{children}</div>;
