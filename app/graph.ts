/** What link previews say of every page; a page that says more repeats it, since Next takes all or nothing. */
export const GRAPH = { type: 'website', siteName: 'Foretoken' } as const;
