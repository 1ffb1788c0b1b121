// Our model as an ONNX graph, in the operators that onnxruntime runs fastest: the twin of
// engines/cpu/network.ts. A run of the graph is a call; which row sees which comes in as a mask.
// Read next: onnx-peer.ts.
// Dimensions: T token rows, A auxiliary rows, R = T + A, P cached positions, C channels, D = C / H.

import { NORM_EPS, ropeTables } from '../engines/cpu/math';
import { type Config, MAX_ROWS } from '../model/config';
import type { Tensors } from '../model/safetensors';
import { valuesOf } from '../model/weights';
import { OnnxFile } from './onnx-file';

/** Attention by MatMul and Softmax, or by onnxruntime's own MultiHeadAttention. */
export const ATTENTIONS = ['plain', 'fused'] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** A call's auxiliary rows: the student's full weights (LoRA merged), and how many rows of each kind. */
export type Drafting = Readonly<{ student: Tensors; tokens: number; auxiliary: number }>;

/**
 * The graph as the content of an .onnx file.
 *
 * Inputs: tokens [T], positions [1, R], mask [1, 1, R, P + R] (0, or very negative where a row does not
 * see), past.N.key and past.N.value [1, H, P, D]; with auxiliary rows also after [A], and added [A, C]:
 * what u and temperature add to the embedding. Outputs: logits [R, V], present.N.key and present.N.value
 * [1, H, P + R, D]. T, P and R may differ from call to call, except that T is fixed beside auxiliary rows.
 */
export function onnxModel(
  config: Config,
  teacher: Tensors,
  attention: Attention,
  drafting?: Drafting,
): Uint8Array {
  const { channels, heads, hidden, layers } = config;
  const vocab = config.vocabulary.length;
  const width = channels / heads;
  const places = config.window + MAX_ROWS; // position ids that the rotary tables hold
  const file = new OnnxFile();
  const op = (type: string, inputs: string[], attributes = {}) =>
    file.op(type, inputs, attributes)[0] ?? '';
  const split = (x: string, axis: number, sizes: number[]) =>
    file.op('Split', [x, file.integers(sizes)], { axis }, sizes.length) as [string, string];

  // A group of rows for each set of weights; attention alone sees them side by side.
  const sets = drafting ? [teacher, drafting.student] : [teacher];
  const together = (groups: string[]) =>
    drafting ? op('Concat', groups, { axis: 0 }) : (groups[0] ?? '');
  const apart = (x: string) =>
    drafting ? split(x, 0, [drafting.tokens, drafting.auxiliary]) : [x];
  const each = (groups: string[], map: (x: string, weights: Tensors) => string) =>
    groups.map((x, index) => map(x, sets[index] ?? teacher));
  const norm = (x: string, weights: Tensors, name: string) => {
    const gain = file.floats([channels], valuesOf(weights, name));
    return op('SimplifiedLayerNormalization', [x, gain], { axis: -1, epsilon: NORM_EPS });
  };
  const product = (x: string, weights: Tensors, name: string, [outputs, inputs]: Shape) => {
    const matrix = transposed(valuesOf(weights, name), outputs, inputs);
    return op('MatMul', [x, file.floats([inputs, outputs], matrix)]);
  };

  const tables = ropeTables(places, width);
  const [cos = '', sin = ''] = tables.map((table) => file.floats([places, width / 2], table));
  const positions = file.input('positions', 'int64', [1, 'R']);
  const rotate = (x: string) =>
    file.contributed('RotaryEmbedding', [x, positions, cos, sin])[0] ?? '';
  const mask = file.input('mask', 'float32', [1, 1, 'R', 'P+R']);
  const cached = (kind: 'key' | 'value', layer: number) => {
    const past = file.input(`past.${layer}.${kind}`, 'float32', [1, heads, 'P', width]);
    const present = `present.${layer}.${kind}`;
    file.output(present, 'float32', [1, heads, 'P+R', width]);
    return [past, present] as const;
  };

  /** [R, C] out of [q | k | v], [R, 3C]. */
  const attend = (qkv: string, layer: number): string => {
    const [pastKey, key] = cached('key', layer);
    const [pastValue, value] = cached('value', layer);
    if (attention === 'fused') {
      const rows = op('Reshape', [qkv, file.integers([1, -1, 3 * channels])]);
      const [qk, v] = split(rows, 2, [2 * channels, channels]);
      const [q, k] = split(rotate(qk), 2, [channels, channels]);
      // The older WebGPU provider wants a mask for each head.
      const masks = op('Concat', Array(heads).fill(mask), { axis: 1 });
      const [mixed = ''] = file.contributed(
        'MultiHeadAttention',
        [q, k, v, '', '', masks, pastKey, pastValue],
        { num_heads: heads },
        ['mixed', key, value].map((name, index) => (index ? name : `${name}.${layer}`)),
      );
      return op('Reshape', [mixed, file.integers([-1, channels])]);
    }
    const rows = op('Reshape', [qkv, file.integers([1, -1, 3 * heads, width])]);
    const byHead = op('Transpose', [rows], { perm: [0, 2, 1, 3] });
    const [qk, v] = split(byHead, 1, [2 * heads, heads]);
    const [q, k] = split(rotate(qk), 1, [heads, heads]);
    file.op('Concat', [pastKey, k], { axis: 2 }, [key]);
    file.op('Concat', [pastValue, v], { axis: 2 }, [value]);
    const products = op('MatMul', [q, op('Transpose', [key], { perm: [0, 1, 3, 2] })]);
    const scale = file.floats([1], Float32Array.of(1 / Math.sqrt(width)));
    const scores = op('Add', [op('Mul', [products, scale]), mask]);
    const mixed = op('MatMul', [op('Softmax', [scores], { axis: -1 }), value]);
    const byRow = op('Transpose', [mixed], { perm: [0, 2, 1, 3] });
    return op('Reshape', [byRow, file.integers([-1, channels])]);
  };

  const embed = file.floats([vocab, channels], valuesOf(teacher, 'embed'));
  let x = [op('Gather', [embed, file.input('tokens', 'int64', ['T'])])];
  if (drafting) {
    const known = op('Gather', [embed, file.input('after', 'int64', ['A'])]);
    x.push(op('Add', [known, file.input('added', 'float32', ['A', channels])]));
  }
  for (let layer = 0; layer < layers; layer++) {
    const name = (tensor: string) => `layers.${layer}.${tensor}`;
    const qkv = each(x, (rows, weights) => {
      const normed = norm(rows, weights, name('attn_norm'));
      return product(normed, weights, name('qkv'), [3 * channels, channels]);
    });
    const mixed = each(apart(attend(together(qkv), layer)), (rows, weights) =>
      product(rows, weights, name('out'), [channels, channels]),
    );
    x = x.map((rows, index) => op('Add', [rows, mixed[index] ?? '']));
    x = each(x, (rows, weights) => {
      const normed = norm(rows, weights, name('mlp_norm'));
      const up = op('Relu', [product(normed, weights, name('up'), [hidden, channels])]);
      const down = product(op('Mul', [up, up]), weights, name('down'), [channels, hidden]);
      return op('Add', [rows, down]);
    });
  }
  const logits = each(x, (rows, weights) =>
    product(norm(rows, weights, 'final_norm'), weights, 'unembed', [vocab, channels]),
  );
  file.op('Concat', logits, { axis: 0 }, ['logits']);
  file.output('logits', 'float32', ['R', vocab]);
  return file.bytes();
}

type Shape = readonly [outputs: number, inputs: number];

/** [inputs, outputs] of [outputs, inputs]. */
function transposed(values: Float32Array, outputs: number, inputs: number): Float32Array {
  return values.map((_, at) => values[(at % outputs) * inputs + Math.floor(at / outputs)] ?? 0);
}
