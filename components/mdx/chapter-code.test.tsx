import { expect, test } from 'vitest';
import { textOf } from './ChapterCode';

test('code keeps its lines and their indentation', () => {
  const fenced = (
    <pre>
      <code className="language-js">{'for (const u of all) {\n  print(u);\n}\n'}</code>
    </pre>
  );
  expect(textOf(fenced)).toBe('for (const u of all) {\n  print(u);\n}\n');
});
