// Writes ONNX files: the few messages of onnx.proto that a graph of tensors needs, by protobufjs.
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3. Read next: onnx-graph.ts.

import protobuf from 'protobufjs';
import { HALVES } from '../model/safetensors';

const { root } = protobuf.parse(
  `
  syntax = "proto2";
  message Model {
    optional int64 ir_version = 1;
    optional Graph graph = 7;
    repeated Opset opset_import = 8;
  }
  message Opset { optional string domain = 1; optional int64 version = 2; }
  message Graph {
    repeated Node node = 1;
    optional string name = 2;
    repeated Tensor initializer = 5;
    repeated Value input = 11;
    repeated Value output = 12;
  }
  message Node {
    repeated string input = 1;
    repeated string output = 2;
    optional string op_type = 4;
    repeated Attribute attribute = 5;
    optional string domain = 7;
  }
  message Attribute {
    optional string name = 1;
    optional float f = 2;
    optional int64 i = 3;
    repeated int64 ints = 8;
    optional int32 type = 20;
  }
  message Tensor {
    repeated int64 dims = 1;
    optional int32 data_type = 2;
    optional string name = 8;
    optional bytes raw_data = 9;
  }
  message Value { optional string name = 1; optional Type type = 2; }
  message Type { optional Dense tensor_type = 1; }
  message Dense { optional int32 elem_type = 1; optional Shape shape = 2; }
  message Shape { repeated Dim dim = 1; }
  message Dim { optional int64 dim_value = 1; optional string dim_param = 2; }
`,
  { keepCase: true },
);

const MICROSOFT = 'com.microsoft';
/** Numbers of the types in TensorProto.DataType. */
const TYPES = { float32: 1, int64: 7, float16: 10 } as const;
type Type = 'float32' | 'int64';

/** A dimension is a number, or a name where it differs from call to call. */
type Dims = readonly (number | string)[];
type Attributes = Readonly<Record<string, number | readonly number[]>>;

/** A graph while it is written. Every value goes by a name, which is what `op` returns. */
export class OnnxFile {
  readonly #nodes: object[] = [];
  readonly #tensors: object[] = [];
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  #named = 0;

  input(name: string, type: Type, dims: Dims): string {
    this.#inputs.push(value(name, type, dims));
    return name;
  }

  output(name: string, type: Type, dims: Dims): void {
    this.#outputs.push(value(name, type, dims));
  }

  /** A constant. Values that are all fp16 numbers are stored as such, and cast when the file is loaded. */
  floats(dims: readonly number[], values: Float32Array): string {
    const halves = halfBitsOf(values);
    if (!halves) return this.#constant(dims, TYPES.float32, values);
    const [cast = ''] = this.op('Cast', [this.#constant(dims, TYPES.float16, halves)], {
      to: TYPES.float32,
    });
    return cast;
  }

  integers(values: readonly number[]): string {
    return this.#constant([values.length], TYPES.int64, BigInt64Array.from(values, BigInt));
  }

  /** The outputs of an operator. @param names of its outputs, or how many it has */
  op(
    type: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    names: number | readonly string[] = 1,
    domain = '',
  ): string[] {
    const output =
      typeof names === 'number' ? Array.from({ length: names }, () => this.#name()) : [...names];
    const attribute = Object.entries(attributes).map(([name, of]) => attributeOf(name, of));
    this.#nodes.push({ op_type: type, input: inputs, output, attribute, domain });
    return output;
  }

  /** An operator of onnxruntime's own. */
  contributed(
    type: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    names?: readonly string[],
  ): string[] {
    return this.op(type, inputs, attributes, names, MICROSOFT);
  }

  bytes(): Uint8Array {
    const model = {
      ir_version: 8,
      graph: {
        name: 'foretoken',
        node: this.#nodes,
        initializer: this.#tensors,
        input: this.#inputs,
        output: this.#outputs,
      },
      opset_import: [
        { domain: '', version: 17 },
        { domain: MICROSOFT, version: 1 },
      ],
    };
    const message = root.lookupType('Model');
    return message.encode(message.fromObject(model)).finish();
  }

  #constant(dims: readonly number[], type: number, values: ArrayBufferView): string {
    const name = this.#name();
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#tensors.push({ name, dims, data_type: type, raw_data: raw });
    return name;
  }

  #name(): string {
    return `v${this.#named++}`;
  }
}

function value(name: string, type: Type, dims: Dims): object {
  const dim = dims.map((size) =>
    typeof size === 'number' ? { dim_value: size } : { dim_param: size },
  );
  return { name, type: { tensor_type: { elem_type: TYPES[type], shape: { dim } } } };
}

/** Whole numbers become integers, all others floats, as AttributeProto.AttributeType numbers them. */
function attributeOf(name: string, of: number | readonly number[]): object {
  if (typeof of !== 'number') return { name, ints: of, type: 7 };
  return Number.isInteger(of) ? { name, i: of, type: 2 } : { name, f: of, type: 1 };
}

/** From the last bit pattern down, so that 0 is the one without a sign. */
const BITS = new Map(Array.from(HALVES, (half, bits) => [half, bits] as const).reverse());

/** The fp16 bit patterns of these values, or undefined where one of them is no fp16 number. */
function halfBitsOf(values: Float32Array): Uint16Array | undefined {
  const bits = new Uint16Array(values.length);
  for (const [index, half] of values.entries()) {
    const found = BITS.get(half);
    if (found === undefined) return undefined;
    bits[index] = found;
  }
  return bits;
}
