import type { KeyboardEvent } from 'react';

const STEP: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Arrow keys move the focus between the buttons marked `data-rove` inside the element that hears them. */
export function rove(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key];
  if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-rove]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const target = event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : at + (step ?? 0);
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, target))]?.focus();
}
