/** Who makes a request: the user that a token belongs to, or the local user of a server that asks for none. */
export interface Caller {
  /** 17 characters, the `userId` on the wire. */
  readonly userId: string;
  readonly username: string;
}
