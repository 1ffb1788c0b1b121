// The methods of the race, in the order of the registry. Colour and stroke: accept.css.

import { METHOD_NAMES, methods } from '@/gpu';

export const RACERS = METHOD_NAMES.map((method) => ({ method, ...methods[method] }));
