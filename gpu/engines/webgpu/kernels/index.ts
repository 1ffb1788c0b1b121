// The WGSL of every kernel, as text, in two families. Nobody else imports .wgsl files. Read embed.wgsl
// first for the table of rows, then qkv.wgsl for the product that everything is built on, then
// tiled/matmul.wgsl for how the other family shares a sum.

import attend from './attend.wgsl' with { type: 'text' };
import embed from './embed.wgsl' with { type: 'text' };
import matmul from './matmul.wgsl' with { type: 'text' };
import move from './move.wgsl' with { type: 'text' };
import next from './next.wgsl' with { type: 'text' };
import qkv from './qkv.wgsl' with { type: 'text' };
import scores from './scores.wgsl' with { type: 'text' };
import sight from './sight.wgsl' with { type: 'text' };
import tiledAttend from './tiled/attend.wgsl' with { type: 'text' };
import tiledMatmul from './tiled/matmul.wgsl' with { type: 'text' };
import tiledQkv from './tiled/qkv.wgsl' with { type: 'text' };

const shared = { move, sight, embed, scores, next };

export type KernelName = keyof typeof shared | 'qkv' | 'attend' | 'matmul';

/**
 * barrier-free: an invocation computes alone. For adapters that are programs on the CPU.
 * tiled: the invocations of a workgroup share each sum. For devices with thousands of lanes to fill.
 *
 * Both have the same bindings and constants, and the results of each depend on the row alone; between
 * the two they differ by rounding. trial.ts chooses.
 */
export type KernelFamily = 'barrier-free' | 'tiled';

type FamilyOf = Readonly<{
  kernels: Readonly<Record<KernelName, string>>;
  /** Invocations of a workgroup. */
  workgroup: number;
  /** Workgroups that `qkv`, `attend` or `matmul` needs; `rows` counts what is computed together as one. */
  workgroups: (rows: number, columns: number) => number;
}>;

export const families: Readonly<Record<KernelFamily, FamilyOf>> = {
  'barrier-free': {
    kernels: { ...shared, qkv, attend, matmul },
    workgroup: 32,
    workgroups: (rows, columns) => Math.ceil((rows * columns) / 8 / 32), // eight columns each
  },
  tiled: {
    kernels: { ...shared, qkv: tiledQkv, attend: tiledAttend, matmul: tiledMatmul },
    workgroup: 64,
    workgroups: (rows, columns) => rows * Math.ceil(columns / 32), // four columns, eight side by side
  },
};
