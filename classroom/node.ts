// What one server does for its classrooms: opens rooms, lets people in, hears them and tells them. Knows no
// HTTP; app/api/classroom/ does.

import { randomBytes } from 'node:crypto';
import { isAlias } from './alias';
import { type Claims, type Role, sign, verify } from './claims';
import { newCode } from './code';
import { csvOf } from './csv';
import { RoomFault } from './fault';
import type { Language, Lesson } from './lesson';
import { lessonOf } from './lessons';
import { ASKING_MS, BEAT_MS, Limiter, MAX_PEOPLE, MAX_ROOMS, RATES } from './limits';
import { LiveRoom, type Send } from './live-room';
import type { RoomLog } from './log';
import type { Drive, Message } from './messages';
import { lineOf, newRoom, type RoomEvent, type Speaker } from './room';
import type { View } from './view';

const NO_ROOM =
  'There is no room of this code. Rooms are gone when their lesson ends, or two hours after the last word.';
const TOO_MANY_CODES = 'Too many codes were tried that are no room. Wait a minute.';
const CODES_TRIED = 8;
/** How often rooms without connections are looked for, ms. */
const SWEEP_MS = 60_000;

export class ClassroomNode {
  readonly #log: RoomLog;
  readonly #live = new Map<string, Promise<LiveRoom | null>>();
  readonly #limits: Readonly<Record<keyof typeof RATES, Limiter>>;
  readonly #timers: readonly ReturnType<typeof setInterval>[];
  /** This node's own name among all that share the rooms. */
  readonly #name = randomBytes(4).toString('hex');
  /** Devices that ask again and again, and when they are taken to be away. */
  readonly #asking = new Map<string, ReturnType<typeof setTimeout>>();
  #key: Promise<Uint8Array> | undefined;

  /** Must be closed. */
  constructor(log: RoomLog, now: () => number = Date.now) {
    this.#log = log;
    this.#timers = [
      setInterval(() => void this.#sweep(), SWEEP_MS),
      // Without a log for a moment nothing is known of the others; the next beat tells.
      setInterval(() => void this.#beat().catch(() => {}), BEAT_MS),
    ];
    for (const timer of this.#timers) timer.unref();
    this.#limits = {
      say: new Limiter(RATES.say, now),
      open: new Limiter(RATES.open, now),
      openAll: new Limiter(RATES.openAll, now),
      miss: new Limiter(RATES.miss, now),
      missAll: new Limiter(RATES.missAll, now),
    };
  }

  /** A new room, with what its teacher and its projector prove themselves by. @param from address of who asks */
  async open(lesson: string, language: Language, from: string) {
    lessonOf(lesson);
    this.#limits.open.take(from, 'Too many rooms were opened from here. Wait a little.');
    this.#limits.openAll.take('', 'Too many rooms are being opened. Wait a little.');
    if ((await this.#log.count()) >= MAX_ROOMS) {
      throw new RoomFault('too-many', `All ${MAX_ROOMS} rooms are in use. Try again later.`);
    }
    const born = Date.now();
    for (let tried = 0; tried < CODES_TRIED; tried++) {
      const code = newCode(() => randomBytes(16));
      if (!(await this.#log.open(newRoom({ code, born, lesson, language })))) continue;
      const token = (role: Role) => this.#token({ code, born, lesson, language, role, alias: '' });
      return { code, teacher: await token('teacher'), screen: await token('screen') };
    }
    throw new RoomFault('too-many', 'No free code was found. Try again.');
  }

  /** Lets a student in. @returns the token to keep */
  async join(code: string, alias: string, from: string): Promise<string> {
    if (!isAlias(alias)) throw new RoomFault('bad-message', 'alias: not one of the offered ones.');
    const { miss, missAll } = this.#limits;
    // Counted before it is looked up, so that many at once count, too. A class that comes all at once into
    // a room that this node knows is no guessing.
    const guess = !this.#live.has(code);
    if (guess) {
      miss.take(from, TOO_MANY_CODES);
      missAll.take('', TOO_MANY_CODES);
    }
    const live = await this.#find(code);
    if (!live || live.room.ended) throw new RoomFault('no-room', NO_ROOM);
    if (guess) {
      miss.giveBack(from);
      missAll.giveBack('');
    }
    const { born, lesson, language, drive, people } = live.room;
    if (drive.locked) {
      throw new RoomFault('room-locked', 'The teacher lets nobody else in. Ask them to unlock it.');
    }
    if (Object.keys(people).length >= MAX_PEOPLE) {
      throw new RoomFault('too-many', `The room is full: ${MAX_PEOPLE} students.`);
    }
    return this.#token({ code, born, lesson, language, role: 'student', alias });
  }

  /** Tells the whole view at once, then what changes. @returns how to stop, to be called once */
  async listen(token: string, device: string, send: Send): Promise<() => void> {
    const claims = await this.#claims(token);
    this.#limits.say.take(claims.person, 'Too many connections in a moment. Wait a little.');
    const connection = lineOf(this.#name, randomBytes(8).toString('hex'));
    const live = await this.#enter(claims);
    const presence = (kind: 'here' | 'away') =>
      this.#append(live, { by: claims, kind, device, connection });
    if (claims.role === 'student') await presence('here');
    const leave = live.connect(claims, device, connection, send);
    return () => {
      leave();
      // A room that is gone meanwhile needs no word of it.
      if (claims.role === 'student') void presence('away').catch(() => {});
    };
  }

  /** The whole view, once; the first asking says that a student is here. */
  async view(token: string, device: string): Promise<View> {
    const claims = await this.#claims(token);
    const live = await this.#enter(claims);
    if (claims.role === 'student') await this.#asks(live, claims, device);
    return live.view(claims, device);
  }

  /** Hears a message. Saying it again changes nothing. */
  async say(token: string, message: Message): Promise<void> {
    const claims = await this.#claims(token);
    this.#limits.say.take(claims.person, 'Too many messages in a moment. Wait a little.');
    const studentsWords = message.kind === 'answer' || message.kind === 'where';
    if (claims.role !== (studentsWords ? 'student' : 'teacher')) {
      const who = studentsWords ? 'students' : 'the teacher';
      throw new RoomFault('not-yours', `“${message.kind}” is for ${who} to say.`);
    }
    const live = await this.#enter(claims);
    const { drive, people, ended, lesson } = live.room;
    if (studentsWords) checkScene(message, lessonOf(lesson), drive);
    if (ended) throw new RoomFault('no-room', 'This lesson has ended.');
    if (drive.removed.includes(claims.person)) {
      throw new RoomFault('not-yours', 'The teacher has taken this device out of the room.');
    }
    if (studentsWords && !people[claims.person]) {
      await this.#asks(live, claims, message.device);
    }
    await this.#append(live, { by: claims, ...message });
  }

  /** Everything that was answered, for the teacher, as CSV. */
  async results(token: string): Promise<string> {
    const claims = await this.#claims(token);
    if (claims.role !== 'teacher') {
      throw new RoomFault('not-yours', 'The results are for the teacher alone.');
    }
    const live = await this.#enter(claims);
    return csvOf(live.room, live.lesson);
  }

  /** What a token may send at most depends on its role. */
  async roleOf(token: string): Promise<Role> {
    return (await this.#claims(token)).role;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const timer of this.#asking.values()) clearTimeout(timer);
    for (const live of this.#live.values()) (await live)?.close();
    this.#live.clear();
    await this.#log.close();
  }

  async #claims(token: string): Promise<Claims> {
    this.#key ??= this.#log.key();
    return verify(token, await this.#key);
  }

  async #token(claims: Omit<Claims, 'person'>): Promise<string> {
    this.#key ??= this.#log.key();
    return sign({ ...claims, person: randomBytes(16).toString('hex') }, await this.#key);
  }

  /**
   * The room of a claim. After a restart that forgot it, an empty one that waits for its teacher: a claim says
   * that the room was, and everyone says their last words again.
   */
  async #enter(claims: Claims): Promise<LiveRoom> {
    let live = await this.#find(claims.code);
    if (!live) {
      await this.#log.open(newRoom(claims));
      live = await this.#find(claims.code);
    }
    if (!live || live.room.born !== claims.born) throw new RoomFault('no-room', NO_ROOM);
    return live;
  }

  /** A student is here as long as they ask, unless a stream of the same device says so already. */
  async #asks(live: LiveRoom, claims: Claims, device: string): Promise<void> {
    const connection = lineOf(this.#name, 'asks');
    const presence = (kind: 'here' | 'away') =>
      this.#append(live, { by: claims, kind, device, connection });
    clearTimeout(this.#asking.get(device));
    const timer = setTimeout(() => {
      this.#asking.delete(device);
      void presence('away').catch(() => {});
    }, ASKING_MS);
    timer.unref();
    this.#asking.set(device, timer);
    if (!live.room.people[claims.person]?.open[device]) await presence('here');
  }

  /** Says that this node lives, and puts right who is here where another does no longer. */
  async #beat(): Promise<void> {
    const alive = await this.#log.beat(this.#name);
    for (const found of this.#live.values()) {
      const live = await found;
      if (!live || live.room.ended) continue;
      for (const event of live.corrections(this.#name, alive)) await this.#append(live, event);
    }
  }

  async #append(live: LiveRoom, event: RoomEvent): Promise<void> {
    const { code } = live.room;
    const words = 'by' in event ? { ...event, by: speakerOf(event.by) } : event;
    if (!(await this.#log.append(code, words))) {
      // Gone from the log while somebody was here: what this node knows of it goes on.
      await this.#log.open(live.room);
      await this.#log.append(code, words);
    }
    await live.update();
  }

  #find(code: string): Promise<LiveRoom | null> {
    const known = this.#live.get(code) ?? LiveRoom.find(this.#log, code);
    this.#live.set(code, known);
    return known.then(
      (live) => {
        if (live) live.touch();
        else this.#live.delete(code);
        return live;
      },
      (cause) => {
        this.#live.delete(code);
        throw cause;
      },
    );
  }

  /** A room that nobody here is connected to is not kept up to date for long. */
  async #sweep(): Promise<void> {
    for (const [code, found] of this.#live) {
      const live = await found;
      if (!live?.isIdle(SWEEP_MS)) continue;
      this.#live.delete(code);
      live.close();
    }
  }
}

/** A claim holds more than the log needs. */
function speakerOf({ role, person, alias }: Speaker): Speaker {
  return { role, person, alias };
}

/** A scene that the lesson has and its teacher lets students look at, a choice that is there. */
function checkScene(
  message: Extract<Message, { scene: unknown }>,
  { scenes }: Lesson,
  { range: [from, to] }: Drive,
): void {
  if (message.scene === null) return;
  const place = scenes.findIndex(({ id }) => id === message.scene);
  const scene = scenes[place];
  if (!scene)
    throw new RoomFault('bad-message', `scene: “${message.scene}” is not in this lesson.`);
  if (message.kind !== 'answer') {
    if (place >= from && place <= to) return;
    const open = `The teacher has opened scenes ${from + 1} to ${Math.min(to + 1, scenes.length)}.`;
    throw new RoomFault('not-yours', open);
  }
  const { answer } = message;
  const { show, question } = scene;
  const asked =
    'choice' in answer
      ? answer.choice < (question?.choices.length ?? 0)
      : show?.kind === ('u' in answer ? 'dice' : 'own');
  if (!asked) throw new RoomFault('bad-message', `answer: nothing of this kind is asked there.`);
}
