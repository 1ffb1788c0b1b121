'use client';
// Next looks for this file beside each root layout.

export { default } from '../broken';
