// The service worker: the site without a network. Files whose names change with their content come from what was
// kept when the worker was installed, everything else from the network, and from what was kept where that fails.
// So a reader with a network never sees the pages of yesterday, and kept pages find the very scripts that they
// were built with. Models are none of its business: gpu/model/stored.ts keeps them. scripts/offline.mjs builds it.

import { cacheNames, clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { enable as preloadNavigations } from 'workbox-navigation-preload';
import {
  addPlugins,
  addRoute,
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  type PrecacheEntry,
  precache,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { DEFAULT_LOCALE, localeOf } from '../i18n/locales';

/** What is kept, put here by the build; addresses are relative to this script's. */
declare const KEPT: PrecacheEntry[];
declare const registration: ServiceWorkerRegistration;

/** A network that has not begun to answer after so long is none, s. */
const PATIENCE = 6;

/**
 * Where the answer to an address is kept; undefined where it is not. A page is the same whatever stands behind
 * the `?`, but for Next's own requests of a page's data. File hosts know a page as `x.html` or `x/`.
 */
function keyOf(address: string): string | undefined {
  const { origin, pathname, searchParams } = new URL(address, registration.scope);
  if (searchParams.has('_rsc')) return undefined;
  const file = origin + pathname;
  return [file, `${file}.html`, `${file}/`].map(getCacheKeyForURL).find((key) => key !== undefined);
}

/** The page that says that there is no network, in the language of the address that was asked for. */
function lostPage(address: string): string {
  const [segment] = address.slice(registration.scope.length).split(/[/?#]/);
  return `${localeOf(segment) ?? DEFAULT_LOCALE}/offline`;
}

const fromKept: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => keyOf(request.url) ?? request,
  // What is kept changes with the worker, all of it at once.
  cacheWillUpdate: async () => null,
  handlerDidError: async ({ request }) =>
    request.mode === 'navigate'
      ? caches.match(keyOf(lostPage(request.url)) ?? request)
      : Response.error(),
};

/** A kept answer stands at the address that was asked for: what stands behind its `#` tells Next's workers what to load. */
const asAsked: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) =>
    cachedResponse && new Response(cachedResponse.body, cachedResponse),
};

// The first worker serves the page that installed it at once. A later one waits until no page of the build before
// is open (no skipWaiting): such a page may still ask for scripts that only the worker before it has.
clientsClaim();
cleanupOutdatedCaches();
preloadNavigations();
precache(KEPT);
addPlugins([asAsked]);

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    !url.pathname.includes('/_next/static/') &&
    (request.mode === 'navigate' || keyOf(url.href) !== undefined),
  new NetworkFirst({
    cacheName: cacheNames.precache,
    networkTimeoutSeconds: PATIENCE,
    plugins: [fromKept, asAsked],
  }),
);
addRoute();
