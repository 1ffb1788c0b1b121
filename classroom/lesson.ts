// A lesson: scenes in order, each with what the class sees and what only its teacher reads.

import { z } from 'zod';

/** Languages that a room can speak: those of the page (components/i18n/locales.ts). */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Panels of the chapters that a scene can show. */
export const PANELS = ['cover', 'ruler', 'squares', 'race', 'tree'] as const;

const sceneSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: z.string().min(1),
  /** How long it takes. */
  minutes: z.number().min(0.5).max(30),
  /** One paragraph a sub-step; a step shows those before it, too. */
  steps: z.array(z.string().min(1)).min(1).max(9),
  /** What the phones ask for. */
  prompt: z.string().min(1),
  /**
   * What is shown beside the words: how to join; the worked example of the eight pairs; a panel of the
   * chapters, as the teacher's page computes it; what the class's numbers lead to, `team` of them in a row; or
   * a name for each student from numbers of their own.
   */
  show: z
    .union([
      z.strictObject({ kind: z.enum(['join', 'pairs', 'own', ...PANELS]) }),
      z.strictObject({ kind: z.literal('dice'), team: z.int().min(1).max(8) }),
    ])
    .optional(),
  question: z
    .strictObject({
      ask: z.string().min(1),
      choices: z.array(z.string().min(1)).min(2).max(6),
      /** Index of the right choice; none where the class's own run decides. Never told before the reveal. */
      answer: z.int().min(0).max(5).nullable(),
      why: z.string().min(1),
    })
    .optional(),
  /** Chapters of the notebook to go on with, by the name in their address. */
  read: z
    .array(z.strictObject({ chapter: z.string().regex(/^[a-z-]+$/), title: z.string().min(1) }))
    .max(9)
    .optional(),
  /** For the teacher alone. */
  notes: z.string().min(1),
  /** What is said instead on one device, where the class has no phones. */
  alone: z
    .strictObject({ steps: z.array(z.string().min(1)).min(1).max(9), notes: z.string().min(1) })
    .optional(),
});
export const lessonSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: z.string().min(1),
  summary: z.string().min(1),
  scenes: z.array(sceneSchema).min(1).max(50),
});

export type PanelKind = (typeof PANELS)[number];
export type Scene = Readonly<z.infer<typeof sceneSchema>>;
export type Lesson = Readonly<z.infer<typeof lessonSchema>>;

/** A scene as the class may know it beforehand: no notes, no answer. */
export type PublicScene = Omit<Scene, 'notes' | 'question'> &
  Readonly<{ question: Readonly<{ ask: string; choices: readonly string[] }> | null }>;
export type PublicLesson = Readonly<{ id: string; title: string; scenes: readonly PublicScene[] }>;
