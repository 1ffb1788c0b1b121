// Reads manifest.json and goldens.json: the borders where JSON comes in.
// training/export.py and training/golden.py write them.

// As a namespace, so that a bundle takes only what is used of it.
import * as z from 'zod';
import { MODEL_NAMES } from './config';
import { Fault } from './fault';

const count = z.int().positive();

const config = z
  .object({
    name: z.enum(MODEL_NAMES),
    vocabulary: z.string().min(2),
    start: z.int().min(0),
    end: z.int().min(0).nullable(),
    channels: count,
    layers: count,
    heads: count,
    hidden: count,
    window: count,
    draft: count,
    u_knots: count,
    temperature_knots: z.array(z.number().positive()).min(1),
  })
  .refine((c) => c.channels % (2 * c.heads) === 0, 'channels must be an even number per head')
  .refine((c) => Math.max(c.start, c.end ?? 0) < c.vocabulary.length, 'start or end is no token');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z
  .looseObject({
    file: z.string().min(1),
    bytes: count,
    sha256,
    /** Checksums of the file's parts of `bytes` each, the last shorter; older exports have none. */
    parts: z.object({ bytes: count, sha256: z.array(sha256) }).optional(),
  })
  .refine(
    ({ bytes, parts }) => !parts || parts.sha256.length === Math.ceil(bytes / parts.bytes),
    'parts.sha256 must have an entry for each part',
  );

const manifest = z.looseObject({
  format: z.literal(1),
  config,
  files: z.object({
    teacher: file,
    'o-ptp': file.optional(),
    'c-ptp': file.optional(),
    independent: file.optional(),
    prophet: file.optional(),
    draft: file.optional(),
    eagle: file.optional(),
    mtp: file.optional(),
  }),
  /** Shapes of the networks that draft one token after another, where there are any. */
  sequential: z
    .object({
      draft: z.object({ channels: count, layers: count, heads: count, hidden: count }),
      depth: count,
    })
    .optional(),
  /** What training measured. `histogram` [K + 1]: rounds of o-ptp by number of right drafts. */
  evaluation: z.looseObject({ histogram: z.array(z.int().min(0)).optional() }).default({}),
});

const row = z.object({
  input: z.union([
    z.object({ token: z.int().min(0) }),
    z.object({ u: z.number().min(0).lt(1), after: z.int().min(0) }),
  ]),
  parent: z.int().min(-1),
  position: z.int().min(0),
});

const goldens = z.object({
  format: z.literal(1),
  tolerance: z.number().positive(),
  rows: z.object({
    student: z.enum(['o-ptp', 'c-ptp', 'independent']),
    temperature: z.number(),
    rows: z.array(row).min(1),
    activations: z.array(z.array(z.array(z.number()))),
    logits: z.array(z.array(z.number())),
  }),
  /** Scores [V] of networks that draft one after another: behind the known tokens and each of the others. */
  sequential: z
    .object({
      tokens: z.array(z.int().min(0)),
      known: count,
      logits: z.partialRecord(
        z.enum(['draft', 'eagle', 'mtp']),
        z.array(z.array(z.number())).min(1),
      ),
    })
    .optional(),
  runs: z.array(
    z.object({
      prompt: z.string(),
      seed: z.int().min(0),
      temperature: z.number(),
      tokens: z.array(z.int().min(0)),
      margin: z.number(),
    }),
  ),
});

export type FileEntry = Readonly<z.infer<typeof file>>;
export type Manifest = Readonly<z.infer<typeof manifest>>;
/** What PyTorch computed: one call in full, and whole runs. */
export type Goldens = Readonly<z.infer<typeof goldens>>;

/** The manifest in a file's content. Throws Fault 'bad-weights'. */
export function parseManifest(name: string, content: ArrayBuffer): Manifest {
  return parse(name, content, manifest);
}

/** The goldens in a file's content. Throws Fault 'bad-weights'. */
export function parseGoldens(name: string, content: ArrayBuffer): Goldens {
  return parse(name, content, goldens);
}

function parse<T>(name: string, content: ArrayBuffer, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(content));
  } catch (cause) {
    throw new Fault('bad-weights', `${name} is not JSON: the file is damaged or cut short.`, {
      cause,
    });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the whole file';
  throw new Fault('bad-weights', `${name}: ${where}: ${issue?.message}.`, { cause: result.error });
}
