// What goes wrong in a classroom and can be told to its people. Anything else is a bug.

/** Each code is answered with this status. */
export const STATUS = {
  'bad-message': 400, // it does not fit its schema
  'no-claim': 401, // nothing says who asks, or it is not signed by us
  'not-yours': 403, // a student drives, a removed student speaks
  'no-room': 404, // never was, has ended, or was quiet for too long
  'room-locked': 409, // its teacher lets nobody else in
  'too-large': 413,
  'too-many': 429, // rooms, people, messages a second, codes tried
} as const;

export type RoomFaultCode = keyof typeof STATUS;

/** An error with a sentence: the thing, what was found, what is allowed. */
export class RoomFault extends Error {
  override readonly name = 'RoomFault';
  readonly code: RoomFaultCode;
  constructor(code: RoomFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
