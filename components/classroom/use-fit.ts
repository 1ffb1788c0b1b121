'use client';
// A scene as large as its screen takes: few words are written large, and a full scene still needs no scrolling.

import { type RefObject, useEffect } from 'react';

/** The screen that the projector's sizes in classroom.css are drawn for, pixels. */
const WIDTH = 1920;
const HEIGHT = 1080;
/** Smaller windows are no projector: there the scene scrolls. */
const SMALLEST = 0.5;
/** How much of its drawn size a scene has, in sixteenths: rather smaller than cut off. */
const LEAST = 12;
const MOST = 32;

/** Zooms an element, a scene with `overflow: auto`, and again whenever its words or the window change. */
export function useFit(scene: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scene.current;
    if (!element) return;
    const fit = () => fitTo(element, Math.min(innerWidth / WIDTH, innerHeight / HEIGHT));
    fit();
    const changes = new MutationObserver(fit);
    changes.observe(element, { subtree: true, childList: true, characterData: true });
    addEventListener('resize', fit);
    // Faces may come late (ui/late-faces.ts).
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      changes.disconnect();
      removeEventListener('resize', fit);
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [scene]);
}

/** The largest that fits. Pictures fold at some widths, so a size may fit where a smaller one does not. */
function fitTo(scene: HTMLElement, screen: number): void {
  const parts = [scene, ...scene.children];
  for (let sixteenths = MOST; sixteenths >= LEAST; sixteenths--) {
    scene.style.zoom = String((Math.max(SMALLEST, screen) * sixteenths) / 16);
    const wide = parts.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    if (!wide && scene.scrollHeight <= scene.clientHeight) return;
  }
}
