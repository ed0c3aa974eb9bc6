import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startTranslations } from './i18n';
import { takeKeyFromAddress } from './services/account/session';
import { createExchange, exchangeUrl } from './services/exchange';
import './styles/tokens.css';
import './styles/base.css';

takeKeyFromAddress();
await startTranslations();
const exchange = createExchange(exchangeUrl(window.location));
createRoot(document.getElementById('root')!).render(<App exchange={exchange} />);
exchange.start();
