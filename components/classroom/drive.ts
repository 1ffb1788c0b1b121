// What a teacher can do with the lesson's place, as plain functions from drive to drive.

import type { Drive, Lesson } from '@/classroom';

type Scenes = Lesson['scenes'];

/** The next sub-step, or the first of the next scene; the last one stays. */
export function next(drive: Drive, scenes: Scenes): Drive {
  const steps = scenes[drive.scene]?.steps.length ?? 1;
  if (drive.step + 1 < steps) return { ...drive, step: drive.step + 1 };
  return drive.scene + 1 < scenes.length ? jump(drive, drive.scene + 1) : drive;
}

/** The sub-step before, or the last one of the scene before. */
export function back(drive: Drive, scenes: Scenes): Drive {
  if (drive.step > 0) return { ...drive, step: drive.step - 1 };
  const scene = Math.max(0, drive.scene - 1);
  const last = (scenes[scene]?.steps.length ?? 1) - 1;
  return scene === drive.scene ? drive : { ...drive, scene, step: last, spot: null };
}

export function jump(drive: Drive, scene: number): Drive {
  return { ...drive, scene, step: 0, joining: false, spot: null };
}

export function sameDrive(a: Drive, b: Drive): boolean {
  const keys = Object.keys(a) as (keyof Drive)[];
  return keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** Shows a scene's results to all, or hides them again. */
export function toggleReveal(drive: Drive, scene: string): Drive {
  const shown = drive.revealed.includes(scene);
  const others = drive.revealed.filter((id) => id !== scene);
  return { ...drive, revealed: shown ? others : [...others, scene] };
}

/** Puts one student's own part on the projector, or the whole class back. */
export function spot(drive: Drive, person: string): Drive {
  return { ...drive, spot: drive.spot === person ? null : person };
}

export function remove(drive: Drive, person: string): Drive {
  return { ...drive, removed: [...drive.removed, person], spot: null };
}

/** What a key does, as clickers and keyboards send it; undefined for one that does nothing. */
export function afterKey(drive: Drive, key: string, scenes: Scenes): Drive | undefined {
  const scene = scenes[drive.scene];
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
    case ' ':
      return next(drive, scenes);
    case 'ArrowLeft':
    case 'PageUp':
      return back(drive, scenes);
    case 'Home':
      return jump(drive, 0);
    case 'End':
      return jump(drive, scenes.length - 1);
    case 'b':
    case '.':
      return { ...drive, black: !drive.black };
    case 'j':
      return { ...drive, joining: !drive.joining };
    case 'r':
      return scene?.question ? toggleReveal(drive, scene.id) : undefined;
    default:
      return undefined;
  }
}
