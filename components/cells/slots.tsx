'use client';
// What chapters hold beside their figures, as chunks of their own: a page loads those that it has.

import dynamic from 'next/dynamic';

export const Answer = dynamic(() => import('./Question').then((file) => file.Answer));
export const CodeCell = dynamic(() =>
  import('../code-cell/CodeCell').then((file) => file.CodeCell),
);
export const Question = dynamic(() => import('./Question').then((file) => file.Question));
export const Why = dynamic(() => import('./Question').then((file) => file.Why));
