// "Does your device agree with the reference?": kernels and goldens, run in the reader's tab.

import type { Metadata } from 'next';
import { panelMessages, panelWordsOf } from '../i18n/catalogue';
import { alternates, type Locale } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { DeviceChecks } from './DeviceChecks';

export function checkMetadata(locale: Locale): Metadata {
  const title = panelWordsOf(locale, 'check')('title');
  return { title, alternates: alternates(locale, '/check') };
}

export function CheckPage({ locale }: { locale: Locale }) {
  const words = panelWordsOf(locale, 'check');
  return (
    <PanelWords locale={locale} messages={panelMessages(locale, ['check', 'checks'])}>
      <section className="cover" aria-labelledby="check-title">
        <h1 id="check-title">{words('question')}</h1>
        <p className="lede">{words('lede')}</p>
        <DeviceChecks />
      </section>
    </PanelWords>
  );
}
