// A room as one immutable value, and how it changes: a pure function of the room and one event. Every node
// that hears the same events in the same order has the same room.

import { free } from './alias';
import type { Claims } from './claims';
import type { Language } from './lesson';
import { MAX_PEOPLE } from './limits';
import type { Choice, Drive, Message, Numbers } from './messages';

export type Person = Readonly<{
  alias: string;
  /** The open line of each device (`lineOf`): a new one may come before the old one is known to be lost. */
  open: Readonly<Record<string, string>>;
  /** Scene at which a student looks round; null with the class. */
  where: string | null;
}>;

export type BySceneAndStudent<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

export type Room = Readonly<{
  code: string;
  /** When it was opened, ms: tells it from another room of the same code. */
  born: number;
  lesson: string;
  language: Language;
  /** Events that changed it. */
  version: number;
  /** Nobody has driven since it was made: it was just opened, or made anew after a restart. */
  waiting: boolean;
  ended: boolean;
  drive: Drive;
  /** The teacher's device that drives. */
  driver: string | null;
  /** What the teacher's model computed last. */
  figure: unknown;
  /** Students by id, in the order in which they came. */
  people: Readonly<Record<string, Person>>;
  /** Choices, and random numbers, by scene and student. */
  choices: BySceneAndStudent<Choice>;
  numbers: BySceneAndStudent<Numbers>;
  /** Number of the last message heard from each device of each person. */
  heard: Readonly<Record<string, Readonly<Record<string, number>>>>;
}>;

/** Who says it: verified before it becomes an event. */
export type Speaker = Pick<Claims, 'role' | 'person' | 'alias'>;

export type RoomEvent =
  | (Readonly<{ by: Speaker }> & (Message | Presence))
  /** A node is gone, and every line to it: it could not say so itself. */
  | Readonly<{ kind: 'lost'; node: string }>;

type Presence = Readonly<{ kind: 'here' | 'away'; device: string; connection: string }>;

/** Where a lesson begins. */
export const FIRST_DRIVE: Drive = {
  ...{
    scene: 0,
    step: 0,
    began: null,
    mode: 'follow',
    range: [0, 99],
    black: false,
    joining: false,
  },
  ...{ locked: false, anonymous: true, spot: null, revealed: [], removed: [] },
};

export function newRoom({
  code,
  born,
  lesson,
  language,
}: Pick<Claims, 'code' | 'born' | 'lesson' | 'language'>): Room {
  return {
    ...{
      code,
      born,
      lesson,
      language,
      version: 0,
      waiting: true,
      ended: false,
      drive: FIRST_DRIVE,
      driver: null,
    },
    ...{ figure: null, people: {}, choices: {}, numbers: {}, heard: {} },
  };
}

/** Devices of one person that are remembered; the one that came first is forgotten first. */
const MAX_DEVICES = 8;

/** The room after an event; the very same room where the event is old, or not for its sender to say. */
export function reduce(room: Room, event: RoomEvent): Room {
  const changed = isAllowed(room, event) ? change(room, event) : room;
  return changed === room ? room : { ...changed, version: room.version + 1 };
}

function isAllowed(room: Room, event: RoomEvent): boolean {
  if (room.ended) return false;
  if (event.kind === 'lost') return true;
  const { by } = event;
  if (room.drive.removed.includes(by.person)) return false;
  if ('n' in event && event.n <= (room.heard[by.person]?.[event.device] ?? 0)) return false;
  switch (event.kind) {
    case 'here':
    case 'away':
      return by.role === 'student';
    case 'answer':
    case 'where':
      return by.role === 'student' && Object.hasOwn(room.people, by.person);
    case 'drive':
    case 'show':
    case 'end':
      return by.role === 'teacher';
    default:
      return event satisfies never;
  }
}

function change(room: Room, event: RoomEvent): Room {
  if (event.kind === 'lost') return withoutNode(room, event.node);
  const { by } = event;
  switch (event.kind) {
    case 'here':
      return withPerson(room, by, (person) => ({
        ...person,
        open: withDevice(person.open, event.device, event.connection),
      }));
    case 'away': {
      if (room.people[by.person]?.open[event.device] !== event.connection) return room;
      return withPerson(room, by, (person) => {
        const { [event.device]: _, ...open } = person.open;
        return { ...person, open };
      });
    }
    case 'where':
      return heard(
        withPerson(room, by, (person) => ({ ...person, where: event.scene })),
        event,
      );
    case 'answer': {
      const { scene, answer } = event;
      if ('choice' in answer) {
        return heard({ ...room, choices: placed(room.choices, scene, by.person, answer) }, event);
      }
      return heard({ ...room, numbers: placed(room.numbers, scene, by.person, answer) }, event);
    }
    case 'drive': {
      const driver = event.take || room.driver === null ? event.device : room.driver;
      if (driver !== event.device) return heard(room, event);
      return heard({ ...room, drive: event.drive, driver, waiting: false }, event);
    }
    case 'show':
      return heard({ ...room, figure: event.figure }, event);
    case 'end':
      return { ...room, ended: true };
    default:
      return event satisfies never;
  }
}

/** The name of a line: the node that holds it, and a number of its own. */
export function lineOf(node: string, own: string): string {
  return `${node}.${own}`;
}

/** The node that holds a line. */
export function nodeOf(line: string): string {
  return line.slice(0, line.indexOf('.'));
}

function withoutNode(room: Room, node: string): Room {
  let changed = false;
  const people = Object.entries(room.people).map(([id, person]) => {
    const lines = Object.entries(person.open);
    const left = lines.filter(([, line]) => nodeOf(line) !== node);
    if (left.length === lines.length) return [id, person] as const;
    changed = true;
    return [id, { ...person, open: Object.fromEntries(left) }] as const;
  });
  return changed ? { ...room, people: Object.fromEntries(people) } : room;
}

function placed<T>(all: BySceneAndStudent<T>, scene: string, person: string, value: T) {
  return { ...all, [scene]: { ...all[scene], [person]: value } };
}

/** One more or changed student; a full room stays as it is. */
function withPerson(room: Room, by: Speaker, change: (person: Person) => Person): Room {
  const known = room.people[by.person];
  if (known) return { ...room, people: { ...room.people, [by.person]: change(known) } };
  const others = Object.values(room.people);
  if (others.length >= MAX_PEOPLE) return room;
  const alias = free(by.alias, new Set(others.map((other) => other.alias)));
  const person = change({ alias, open: {}, where: null });
  return { ...room, people: { ...room.people, [by.person]: person } };
}

function heard(room: Room, { by, device, n }: Extract<RoomEvent, { n: number }>): Room {
  const own = withDevice(room.heard[by.person] ?? {}, device, n);
  return { ...room, heard: { ...room.heard, [by.person]: own } };
}

function withDevice<T>(known: Readonly<Record<string, T>>, device: string, value: T) {
  const others = Object.entries(known).filter(([other]) => other !== device);
  return Object.fromEntries([...others.slice(1 - MAX_DEVICES), [device, value] as const]);
}
