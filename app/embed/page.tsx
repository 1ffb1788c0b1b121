// Every panel for other people's pages: a builder, a gallery, and how to in the places where people teach.

import type { Metadata } from 'next';
import { titleOf } from '@/components/embed/title';
import { Gallery } from '@/components/gallery/Gallery';
import { messagesOf, wordsOf } from '@/components/i18n/catalogue';
import { Passage } from '@/components/mdx/Passage';
import { PANELS } from '@/packages/foretoken-embed/src';

const words = wordsOf('en', 'gallery');

export const metadata: Metadata = { title: words('title'), description: words('lede') };

export default function Page() {
  const named = Object.fromEntries(PANELS.map((name) => [name, titleOf('en', name)]));
  return (
    <>
      <section className="cover" aria-labelledby="gallery-title">
        <h1 id="gallery-title">{words('title')}</h1>
        <p className="lede">{words('lede')}</p>
      </section>
      <Gallery
        locale="en"
        messages={messagesOf('en', 'gallery')}
        titles={named as Readonly<Record<(typeof PANELS)[number], string>>}
      />
      <Passage name="embedding" />
    </>
  );
}
