import { describe, expect, it } from 'vitest';
import { createInstrumentsService } from '../../src/services/instruments/instrumentsService';
import type { RpcClient } from '../../src/services/rpc/RpcClient';

const listed = (name: string, expiry: number) => ({
  instrument_name: name,
  base_currency: name.split('-')[0],
  tick_size: 0.01,
  expiration_timestamp: expiry,
});

const serving = (answers: object[][]) =>
  createInstrumentsService({ call: () => Promise.resolve(answers.shift()) } as unknown as RpcClient);

describe('listed contracts', () => {
  it('that did not change stay the same objects, so that nothing that shows them starts over', async () => {
    const service = serving([[listed('H100-1', 1)], [listed('H100-1', 1), listed('H100-2', 2)]]);
    await service.reload();
    const known = service.store.getState().byName['H100-1'];
    await service.reload();
    expect(service.store.getState().byName['H100-1']).toBe(known);
    expect(service.store.getState().list).toHaveLength(2);
  });

  it('that expire hand the desk to the next of their product', async () => {
    const [front, next, power] = [listed('H200-1', 1), listed('H200-2', 2), listed('DEBASE-1', 1)];
    const service = serving([[front, next, power], [next, power], [power]]);
    await service.reload();
    service.select('H200-1');
    const selected = [];
    for (let reloads = 0; reloads < 2; reloads++) {
      await service.reload();
      selected.push(service.store.getState().selected);
    }
    expect(selected).toEqual(['H200-2', 'DEBASE-1']);
  });
});
