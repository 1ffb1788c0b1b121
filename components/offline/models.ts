// Loaded when the pages are kept, so that no page waits for it.
export { areKept, Fault, keepFiles, told } from '@/gpu';
