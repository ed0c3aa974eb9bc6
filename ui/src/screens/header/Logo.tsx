/** The mark: a counting pebble (calx) resting on a rising curve. */
export const Logo = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M2 16.5C7 16.5 9.5 13 12 8.5" fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="14" cy="5.5" r="3.5" fill="var(--accent)" />
    <path d="M2 16.5h16" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
  </svg>
);
