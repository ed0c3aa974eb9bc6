import { fileURLToPath } from 'node:url';
import { startFakeExchange } from './server.mjs';

const port = Number(process.argv[2] ?? 8090);
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const { url } = await startFakeExchange({ port, dist });
console.log(`fake exchange at ${url}/#key=demo:demo-secret`);
