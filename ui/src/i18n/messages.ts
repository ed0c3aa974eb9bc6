import type { en } from './en';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every text of the page. A translation that lacks one of them does not compile. */
export type Messages = Texts<typeof en>;
