// Friendly aliases, made of two lists: nobody types a name, so none can hurt or tell who it is.

const COLOURS = [
  ...['Amber', 'Azure', 'Blue', 'Bronze', 'Coral', 'Crimson', 'Golden', 'Green', 'Indigo', 'Ivory'],
  ...['Jade', 'Lilac', 'Maroon', 'Mint', 'Olive', 'Orange', 'Pearl', 'Plum', 'Purple', 'Red'],
  ...['Rose', 'Ruby', 'Rust', 'Sand', 'Scarlet', 'Silver', 'Slate', 'Teal', 'Violet', 'White'],
];
const BIRDS = [
  ...['Avocet', 'Bittern', 'Bunting', 'Crane', 'Curlew', 'Dipper', 'Dove', 'Dunlin', 'Eider'],
  ...[
    'Falcon',
    'Finch',
    'Gannet',
    'Godwit',
    'Grebe',
    'Heron',
    'Hoopoe',
    'Ibis',
    'Jackdaw',
    'Kestrel',
  ],
  ...['Kite', 'Lapwing', 'Lark', 'Linnet', 'Martin', 'Merlin', 'Oriole', 'Osprey', 'Ouzel', 'Owl'],
  ...[
    'Pipit',
    'Plover',
    'Puffin',
    'Quail',
    'Raven',
    'Redstart',
    'Robin',
    'Rook',
    'Siskin',
    'Snipe',
  ],
  ...['Starling', 'Stork', 'Swallow', 'Swan', 'Swift', 'Teal', 'Tern', 'Thrush', 'Wagtail', 'Wren'],
];

/** `Blue Heron`. @param dice two numbers in [0, 1) */
export function aliasOf(dice: readonly [number, number]): string {
  const colour = COLOURS[Math.floor(dice[0] * COLOURS.length)];
  return `${colour} ${BIRDS[Math.floor(dice[1] * BIRDS.length)]}`;
}

/** Whether `aliasOf` makes it. */
export function isAlias(text: string): boolean {
  const [colour = '', bird = '', ...more] = text.split(' ');
  return more.length === 0 && COLOURS.includes(colour) && BIRDS.includes(bird);
}

/** The alias, with a number behind it where others have it already. */
export function free(alias: string, taken: ReadonlySet<string>): string {
  if (!taken.has(alias)) return alias;
  let number = 2;
  while (taken.has(`${alias} ${number}`)) number += 1;
  return `${alias} ${number}`;
}
