import type { Instrument } from '../services/instruments/Instrument';

/** Shown where there is no value: never a zero, never an old figure. */
export const NONE = '–';

const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const;

export type Language = keyof typeof LOCALES;

/** Numbers and times as the language writes them. Times are UTC, as the venue's are. */
export function createFormat(language: Language) {
  const locale = LOCALES[language];
  const cache = new Map<string, Intl.NumberFormat>();

  const numbers = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    let format = cache.get(key);
    if (!format) cache.set(key, (format = new Intl.NumberFormat(locale, options)));
    return format;
  };

  const decimal = (value: number | null, decimals: number, sign: 'auto' | 'exceptZero' = 'auto'): string => {
    if (value === null) return NONE;
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign } as const;
    return numbers(`d${decimals}${sign}`, options).format(value);
  };

  const times = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hourCycle: 'h23', ...options });
  const clock = times({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const minute = times({ hour: '2-digit', minute: '2-digit' });
  const day = times({ year: 'numeric', month: 'short', day: 'numeric' });
  const weekday = times({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });

  return {
    decimal,
    /** A price with the decimals of the contract's tick. */
    price: (value: number | null, instrument: Pick<Instrument, 'priceDecimals'>) =>
      decimal(value, instrument.priceDecimals),
    /** A benchmark's value: two digits finer than the contract's tick, as averages of it settle contracts. */
    fixing: (value: number | null, instrument: Pick<Instrument, 'priceDecimals'>) =>
      decimal(value, instrument.priceDecimals + 2),
    ticks: (ticks: number, instrument: Pick<Instrument, 'tickSize' | 'priceDecimals'>) =>
      decimal(ticks * instrument.tickSize, instrument.priceDecimals),
    lots: (value: number | null, decimals = 0) => decimal(value, decimals),
    signedLots: (value: number, decimals = 0) => decimal(value, decimals, 'exceptZero'),
    /** 12,345 as 12.3K and the like: for volumes, where the last digits do not matter. */
    compact: (value: number | null) =>
      value === null ? NONE : numbers('c', { notation: 'compact', maximumFractionDigits: 1 }).format(value),
    percent: (value: number | null) =>
      value === null
        ? NONE
        : numbers('p', {
            style: 'percent',
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
            signDisplay: 'exceptZero',
          }).format(value / 100),
    share: (fraction: number) => numbers('s', { style: 'percent', maximumFractionDigits: 0 }).format(fraction),
    money: (value: number | null) => decimal(value, 2),
    signedMoney: (value: number | null) => decimal(value, 2, 'exceptZero'),
    clock: (millis: number | null) => (millis === null ? NONE : clock.format(millis)),
    minute: (millis: number | null) => (millis === null ? NONE : minute.format(millis)),
    day: (millis: number | null) => (millis === null ? NONE : day.format(millis)),
    /** A business date, given as YYYY-MM-DD. */
    businessDate: (date: string | null) => {
      const millis = date === null ? Number.NaN : Date.parse(date);
      return Number.isNaN(millis) ? (date ?? NONE) : weekday.format(millis);
    },
  };
}

export type Format = ReturnType<typeof createFormat>;
