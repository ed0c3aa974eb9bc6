import { isWire, num } from '../wire';

/** Codes below -1 and above -100 are this client's own; all others come from the exchange. */
export const NOT_CONNECTED = -2;
export const TIMED_OUT = -3;
export const TOO_MANY_REQUESTS = -4;

/** A refusal by the exchange, kept word for word, or a failure to reach it. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.data = data;
  }

  /** The particulars the exchange attached, as text; empty when there are none. */
  get detail(): string {
    if (this.data === undefined || this.data === null) return '';
    if (typeof this.data === 'string') return this.data;
    if (typeof this.data !== 'object') return String(this.data);
    const { param, reason, text } = this.data as { param?: unknown; reason?: unknown; text?: unknown };
    if (typeof reason !== 'string') return JSON.stringify(this.data);
    return [param, reason, text].filter((part) => typeof part === 'string').join(': ');
  }

  /** The size in lots that the exchange would have accepted; null when it does not say. */
  get acceptableLots(): number | null {
    return isWire(this.data) ? num(this.data.acceptable_amount) : null;
  }
}

/** Anything thrown by a call, as an RpcError. */
export function asRpcError(error: unknown): RpcError {
  return error instanceof RpcError ? error : new RpcError(NOT_CONNECTED, String(error));
}
