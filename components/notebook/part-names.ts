// The names of what the conductor keeps up to date. What each asks for: parts.ts.

export type PartName =
  | ('names' | 'squares' | 'draws' | 'joint' | 'bins')
  | ('tales' | 'tales-joint' | 'tales-bins' | 'temperatures' | 'costs');
