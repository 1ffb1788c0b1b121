import { expect, test } from 'vitest';
import { randomStudent, randomTeacher, TINY } from '../testing/tiny-model';
import { Fault } from './fault';
import { parseSafetensors } from './safetensors';
import { checkTensors, mergeStudent, studentShapes, teacherShapes } from './weights';

/** A file with one F16 tensor `x` of these bit patterns. */
function fileOf(halves: readonly number[], header?: string): ArrayBuffer {
  const entry = { dtype: 'F16', shape: [halves.length], data_offsets: [0, halves.length * 2] };
  const text = new TextEncoder().encode(header ?? JSON.stringify({ x: entry }).padEnd(80));
  const content = new Uint8Array(8 + text.length + halves.length * 2);
  new DataView(content.buffer).setBigUint64(0, BigInt(text.length), true);
  content.set(text, 8);
  content.set(new Uint8Array(Uint16Array.from(halves).buffer), 8 + text.length);
  return content.buffer;
}

test('half floats are read exactly: signs, subnormals, infinities', () => {
  const bits = [0x3c00, 0xc000, 0x0001, 0x8000, 0x7bff, 0x7c00, 0xfc00, 0x7e00];
  const values = parseSafetensors('f', fileOf(bits)).get('x')?.values;
  expect(Array.from(values ?? [])).toEqual([
    1,
    -2,
    2 ** -24,
    -0,
    65504,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ]);
});

test('what is no safetensors file is told so', () => {
  expect(() => parseSafetensors('f', new ArrayBuffer(3))).toThrow('f: 3 bytes is too short');
  expect(() => parseSafetensors('f', fileOf([1], 'not json'))).toThrow(
    'is not a safetensors header',
  );
  expect(() => parseSafetensors('f', fileOf([1, 2]).slice(0, 90))).toThrow('tensor x [2] needs');
});

test('missing, additional, misshapen and non-finite tensors are named', () => {
  const shapes = teacherShapes(TINY);
  const spoil = (
    change: (tensors: Map<string, { shape: number[]; values: Float32Array }>) => void,
  ) => {
    const tensors = new Map(
      [...randomTeacher(TINY, 1)].map(([name, { shape, values }]) => [
        name,
        { shape: [...shape], values: values.slice() },
      ]),
    );
    change(tensors);
    return () => checkTensors('f', tensors, shapes);
  };
  expect(spoil(() => {})).not.toThrow();
  expect(spoil((t) => t.delete('embed'))).toThrow('f: tensor embed [6,8] is missing.');
  expect(spoil((t) => t.get('unembed')?.shape.reverse())).toThrow('has the shape [8,6]');
  expect(spoil((t) => t.get('layers.1.up')?.values.fill(Number.NaN, 3, 4))).toThrow(
    'f: tensor layers.1.up holds values that are not numbers.',
  );
  expect(spoil((t) => t.set('y', { shape: [0], values: new Float32Array() }))).toThrow(Fault);
});

test("a LoRA is added to the teacher's weight; the rest stays", () => {
  const teacher = randomTeacher(TINY, 1);
  const student = new Map(randomStudent(TINY, 'o-ptp', 1));
  student.delete('layers.0.out');
  student.set('layers.0.out_a', { shape: [1, 8], values: new Float32Array(8).fill(2) });
  student.set('layers.0.out_b', { shape: [8, 1], values: new Float32Array(8).fill(3) });
  const merged = mergeStudent(teacher, student);
  expect(() => checkTensors('f', merged, studentShapes(TINY, 'o-ptp'))).not.toThrow();
  const base = teacher.get('layers.0.out')?.values ?? new Float32Array();
  expect(merged.get('layers.0.out')?.values).toEqual(base.map((value) => value + 6));
  student.delete('layers.0.out_b');
  expect(() => mergeStudent(teacher, student)).toThrow('layers.0.out_a [1,8] does not fit');
});
