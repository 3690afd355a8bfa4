/** A change of users or shares that is refused; the message is one plain line that says why. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
