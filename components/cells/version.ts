// The version that exported files name. A constant, since importing package.json would send all of it to readers;
// version.test.ts holds both together.

export const version = '0.1.0';
