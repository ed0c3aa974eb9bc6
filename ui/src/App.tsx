import { Desk } from './screens/desk/Desk';
import { ExchangeContext } from './services/context';
import type { Exchange } from './services/exchange';

export const App = ({ exchange }: { exchange: Exchange }) => (
  <ExchangeContext value={exchange}>
    <Desk />
  </ExchangeContext>
);
