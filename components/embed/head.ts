// Runs before the first paint, so that no other theme, colour or language flashes up. Everything else: boot.ts.

import { at } from '../site';
import { showLook } from './look';
import { pageOf, readName } from './page-parts';
import { parseFrame } from './parameters';

const { look } = parseFrame(location.search);
const { lang } = document.documentElement;
// Each language has a page of its own; the server need not know the parameter.
if (look.lang && look.lang !== lang)
  location.replace(`${at(pageOf(readName(), look.lang))}${location.search}${location.hash}`);
showLook(look);
