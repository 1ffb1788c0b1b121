// The page that runs readers' code: alone in a sandboxed frame, without a network.

import { frameHtml } from '@/components/code-cell/frame';

export const dynamic = 'force-static';

export async function GET() {
  return new Response(await frameHtml(), {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}
