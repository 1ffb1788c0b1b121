// The WGSL of every kernel, as text. Nobody else imports .wgsl files. Read embed.wgsl first for the
// table of rows, then qkv.wgsl for the product that everything is built on.

import attend from './attend.wgsl' with { type: 'text' };
import embed from './embed.wgsl' with { type: 'text' };
import matmul from './matmul.wgsl' with { type: 'text' };
import move from './move.wgsl' with { type: 'text' };
import next from './next.wgsl' with { type: 'text' };
import qkv from './qkv.wgsl' with { type: 'text' };
import scores from './scores.wgsl' with { type: 'text' };
import sight from './sight.wgsl' with { type: 'text' };

/** By file name, in the order in which a call runs them. */
export const kernels = { move, sight, embed, qkv, scores, attend, matmul, next } as const;

export type KernelName = keyof typeof kernels;
