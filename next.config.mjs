// How the site is built and which headers it is served with.

import { CODE_CELL_POLICY } from './components/code-cell/policy.mjs';
import { embedPolicy, policy } from './scripts/policy.mjs';
import { basePath, out, siteEnv } from './scripts/site-url.mjs';

const isDevelopment = process.env.NODE_ENV === 'development';

const contentSecurityPolicy = [
  ...policy(["'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])]),
  "frame-ancestors 'self'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
];

/** The frame of code cells has rules of its own: code may be evaluated in it, and nothing fetched. */
const codeCellHeaders = [{ key: 'Content-Security-Policy', value: CODE_CELL_POLICY }];
const openToAll = { key: 'Access-Control-Allow-Origin', value: '*' };
const kept = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' };

const embedHeaders = [
  {
    source: '/embed/:path+',
    headers: [{ key: 'Content-Security-Policy', value: embedPolicy }, openToAll],
  },
  { source: '/embed/assets/:path*', headers: [kept] },
];

/** A file asked for by its checksum (`?sha256=…`) never changes; any other is checked each time. */
const modelHeaders = [
  {
    source: '/model/:path*',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }, openToAll],
  },
  {
    source: '/model/:path*',
    has: [{ type: 'query', key: 'sha256' }],
    headers: [kept],
  },
];

/** What a server does: it sends headers, finds the index of a folder, and answers. */
const served = {
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/code-cell/:path*', headers: codeCellHeaders },
    ...modelHeaders,
    ...embedHeaders,
  ],
  // A file host finds the index of a folder by itself.
  rewrites: async () =>
    ['/embed/:panel', '/embed/:locale/:panel'].map((source) => ({
      source,
      destination: `${source}/index.html`,
    })),
  // What needs a server is called `page.server.tsx`, `route.server.ts`: an export knows no such page.
  pageExtensions: ['server.tsx', 'server.ts', 'tsx', 'ts'],
};

/** `npm run export`: files in out/, each page the index of a folder. What Next builds on the way is in .next/. */
const files = {
  output: 'export',
  distDir: out(),
  trailingSlash: true,
  pageExtensions: ['tsx', 'ts'],
};

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  basePath: basePath(),
  env: siteEnv(),
  // Each language, and what is in one language only, has a root layout of its own: none is above a lost page.
  experimental: { globalNotFound: true },
  typescript: { ignoreBuildErrors: false },
  ...(siteEnv().STATIC_EXPORT ? files : served),
};

export default config;
