// A chapter of the notebook at its address.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { discovery } from '@/components/embed/oembed';
import { alternates, localeOf } from '@/components/i18n/locales';
import { ChapterPage } from '@/components/mdx/ChapterPage';
import { chapterPath, readChapters } from '@/components/mdx/chapters';
import { loadChapter } from '@/components/mdx/load-chapter';
import { PREVIEW_SIZE, previewPath } from '@/components/snapshot/preview-path';
import { GRAPH } from '../../graph';

export const dynamicParams = false;

type Props = Readonly<{ params: Promise<{ locale: string; chapter: string }> }>;

export function generateStaticParams({ params }: { params: { locale: string } }) {
  const locale = localeOf(params.locale);
  return locale ? readChapters(locale).map(({ slug }) => ({ chapter: slug })) : [];
}

async function load({ params }: Props) {
  const { locale: segment, chapter } = await params;
  const locale = localeOf(segment);
  const loaded = locale && (await loadChapter(locale, chapter));
  return loaded ? { locale, loaded } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, loaded } = await load(props);
  const { slug, frontmatter } = loaded.chapter;
  const { title, summary } = frontmatter;
  const types = discovery(chapterPath(locale, slug), title);
  const picture = { url: previewPath(locale, slug), ...PREVIEW_SIZE, alt: `${title}. ${summary}` };
  return {
    ...{ title, description: summary },
    alternates: { ...alternates(locale, `/${slug}`), types },
    openGraph: { ...GRAPH, images: picture },
  };
}

export default async function Page(props: Props) {
  return <ChapterPage {...(await load(props))} />;
}
