/** What the benchmark uses of autocannon, which brings no types of its own. */
declare module 'autocannon' {
  interface Options {
    url: string;
    /** Connections that each send one request after the other. */
    connections: number;
    /** Requests in all. */
    amount: number;
    headers?: Readonly<Record<string, string>>;
    /** How often it looks whether it is done, in ms. */
    sampleInt: number;
  }

  interface Result {
    errors: number;
    timeouts: number;
    non2xx: number;
  }

  interface Instance extends PromiseLike<Result> {
    on(
      event: 'response',
      listener: (client: unknown, statusCode: number, bytes: number, durationMs: number) => void,
    ): this;
  }

  export default function autocannon(options: Options): Instance;
}
