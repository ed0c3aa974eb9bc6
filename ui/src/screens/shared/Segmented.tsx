import { useId } from 'react';
import css from './segmented.module.css';

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string; tone?: 'up' | 'down' }[];
  onChange: (value: T) => void;
  size?: 'small' | 'large';
}

/** One choice of a few, as a row of radio buttons. */
export function Segmented<T extends string>({ label, value, options, onChange, size = 'small' }: SegmentedProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={`${css.group} ${css[size]}`}>
      {options.map((option) => (
        <label key={option.value} data-tone={option.tone} data-checked={option.value === value}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </div>
  );
}
