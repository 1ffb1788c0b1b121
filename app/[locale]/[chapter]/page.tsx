// A chapter of the notebook at its address.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { discovery } from '@/components/embed/oembed';
import { alternates, localeOf } from '@/components/i18n/locales';
import { ChapterPage } from '@/components/mdx/ChapterPage';
import { chapterPath, loadChapter, readChapters } from '@/components/mdx/chapters';

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
  return { title, description: summary, alternates: { ...alternates(locale, `/${slug}`), types } };
}

export default async function Page(props: Props) {
  return <ChapterPage {...(await load(props))} />;
}
