/** Readers for optional wire fields: what is absent or of the wrong type becomes null, never NaN or "undefined". */

export type Wire = Record<string, unknown>;

export const isWire = (value: unknown): value is Wire => typeof value === 'object' && value !== null;

export const num = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export const str = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The value as a list of objects: a list, a single object, or a list under one of the given keys. */
export function rows(value: unknown, ...keys: string[]): Wire[] {
  if (Array.isArray(value)) return value.filter(isWire);
  if (!isWire(value)) return [];
  for (const key of keys) if (Array.isArray(value[key])) return (value[key] as unknown[]).filter(isWire);
  return keys.length > 0 ? [] : [value];
}
