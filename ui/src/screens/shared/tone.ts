/** Class and sign for a change: colour is never the only difference. */
export const toneOf = (value: number | null): 'up' | 'down' | 'muted' =>
  value === null || value === 0 ? 'muted' : value > 0 ? 'up' : 'down';

export const arrowOf = (value: number | null): string => (value === null || value === 0 ? '' : value > 0 ? '▲' : '▼');
