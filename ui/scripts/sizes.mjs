/** Prints what the built page weighs, gzipped, and fails when the first load exceeds its budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KIB = 250;
const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const sizeKib = (name) => {
  const bytes = readFileSync(new URL(name, dist));
  return (name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1024;
};

let first = sizeKib('index.html');
for (const file of readdirSync(new URL('assets/', dist)).sort()) {
  const name = `assets/${file}`;
  const initial = html.includes(name) || file.endsWith('.woff2');
  if (initial) first += sizeKib(name);
  console.log(`${initial ? 'first load' : 'lazy      '} ${sizeKib(name).toFixed(1).padStart(7)} KiB  ${file}`);
}
console.log(`first load ${first.toFixed(1).padStart(7)} KiB gzip in all, budget ${BUDGET_KIB} KiB`);
if (first > BUDGET_KIB) process.exit(1);
