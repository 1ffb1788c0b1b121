// Three faces, served from here: prose, controls, tokens. Sources: the fontsource packages (OFL). A face that
// comes late is there on the next page: letters that change under a reader's eyes move every line below them.

import localFont from 'next/font/local';

export const serif = localFont({
  variable: '--face-serif',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
});

export const sans = localFont({
  variable: '--face-sans',
  display: 'optional',
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
});

export const mono = localFont({
  variable: '--face-mono',
  display: 'optional',
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
});
