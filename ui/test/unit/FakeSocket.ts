/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static made: FakeSocket[] = [];

  static get last(): FakeSocket {
    return FakeSocket.made.at(-1)!;
  }

  readyState = FakeSocket.CONNECTING;
  sent: { id: number; method: string; params: { channels?: string[] } & Record<string, unknown> }[] = [];
  onopen: () => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  onclose: () => void = () => {};

  constructor() {
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED;
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen();
  }

  /** Opens and answers the first ping, so that the link is live. */
  goLive(): void {
    this.open();
    this.say({ id: this.lastId('public/get_time'), result: 0 });
  }

  /** Id of the last request of a method. */
  lastId(method: string): number {
    return this.requests(method).at(-1)!.id;
  }

  say(message: object): void {
    this.onmessage({ data: JSON.stringify({ jsonrpc: '2.0', ...message }) });
  }

  break(): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose();
  }

  /** Requests of a method, in order. */
  requests(method: string) {
    return this.sent.filter((request) => request.method === method);
  }
}
