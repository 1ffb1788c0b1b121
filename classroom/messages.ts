// What people say to a room. Everything that comes in passes one of these schemas.

import { z } from 'zod';
import { RoomFault } from './fault';
import { LANGUAGES } from './lesson';
import { OWN_NUMBERS } from './numbers';

const id = z.string().regex(/^[a-z0-9-]{1,32}$/);
/** 128 random bits as 32 hexadecimal digits. */
const key = z.string().regex(/^[0-9a-f]{32}$/);

const place = z.int().min(0).max(99);
const u = z.number().min(0).lt(1);
/** How a random number came about: set by hand, or thrown. */
const by = z.enum(['hand', 'chance']);

/** Follow the teacher; look round freely; eyes to the front. */
export const MODES = ['follow', 'explore', 'pause'] as const;

/** Where the lesson is. The teacher always says all of it, so that saying it twice changes nothing. */
export const driveSchema = z.strictObject({
  scene: place,
  /** When the teacher's clock was set to zero, ms; null: with the room. */
  began: z.int().min(0).nullable(),
  /** Sub-step of the scene, from 0. */
  step: place,
  mode: z.enum(MODES),
  /** First and last scene that a student may look at who looks round. */
  range: z.tuple([place, place]).refine(([from, to]) => from <= to, 'first scene, then last'),
  /** The projector and the phones are black. */
  black: z.boolean(),
  /** The projector shows how to join, whatever the scene. */
  joining: z.boolean(),
  /** Nobody else comes in. */
  locked: z.boolean(),
  /** The projector shows no aliases. */
  anonymous: z.boolean(),
  /** The student whose own part the projector shows; null for the whole class. */
  spot: key.nullable(),
  /** Ids of scenes whose results are shown to all. */
  revealed: z.array(id).max(100),
  /** Students who were sent out. */
  removed: z.array(key).max(1000),
});
export type Drive = Readonly<z.infer<typeof driveSchema>>;

const choice = z.strictObject({ choice: z.int().min(0).max(9) });
const numbers = z.union([
  z.strictObject({ u, by }),
  z.strictObject({ us: z.array(u).length(OWN_NUMBERS), by }),
]);
/** A random number for the class, or those of a name of one's own. */
export type Numbers = Readonly<z.infer<typeof numbers>>;
/** What a scene asked a student for: a choice, or numbers; a scene may ask for both. */
export const answerSchema = z.union([choice, numbers]);
export type Choice = Readonly<z.infer<typeof choice>>;
export type Answer = Readonly<z.infer<typeof answerSchema>>;

/** `n` grows with every message of a device; what was heard already changes nothing. */
const said = { n: z.int().min(1), device: key };

export const messageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), ...said, scene: id, answer: answerSchema }),
  /** Where a student is who looks round; null when back with the class. */
  z.strictObject({ kind: z.literal('where'), ...said, scene: id.nullable() }),
  /** `take`: this device drives from now on. */
  z.strictObject({ kind: z.literal('drive'), ...said, drive: driveSchema, take: z.boolean() }),
  /** What the teacher's model computed; its form is between the pages. */
  z.strictObject({ kind: z.literal('show'), ...said, figure: z.json() }),
  z.strictObject({ kind: z.literal('end'), ...said }),
]);
export type Message = Readonly<z.infer<typeof messageSchema>>;

/** A message without what the sender's device adds. */
export type Words = Message extends infer M
  ? M extends unknown
    ? Omit<M, 'n' | 'device'>
    : never
  : never;

export const openSchema = z.strictObject({ lesson: id, language: z.enum(LANGUAGES).default('en') });
export const joinSchema = z.strictObject({ alias: z.string().max(40) });

/** The value, if it fits. Throws RoomFault 'bad-message' naming the first place that does not. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') || 'message';
  throw new RoomFault('bad-message', `${place}: ${issue?.message ?? 'cannot be read'}.`);
}
