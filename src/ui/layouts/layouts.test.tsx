import { expect, test } from 'vitest'
import { faultsOf, markup } from '../testing/sound.ts'
import { EmbedLayout } from './embed.tsx'
import { PrintLayout } from './print.tsx'
import { PublicLayout, type PublicLayoutProps } from './public.tsx'
import { WorkspaceLayout } from './workspace.tsx'

const page: PublicLayoutProps = {
  lang: 'ar',
  dir: 'rtl',
  title: 'خطتي',
  serviceName: 'Accompagnement Québec',
  homeHref: '/ar',
  languages: [
    { lang: 'fr', dir: 'ltr', autonym: 'Français', href: '/fr', current: false },
    { lang: 'ar', dir: 'rtl', autonym: 'العربية', href: '/ar', current: true },
  ],
  words: { skip: 'إلى المحتوى', languages: 'اللغة', privacy: 'الخصوصية', accessibility: 'النفاذ', help: 'مساعدة' },
  links: { privacy: '/privacy', accessibility: '/accessibility', help: '/help' },
}
const exit = { action: '/exit', label: 'خروج سريع', formToken: 't-1' }

test('a public page is a whole document in its language', async () => {
  const html = await markup(
    <PublicLayout {...page} phone={{ tel: '+14185550123', display: '418 555-0123', label: 'اتصل بنا' }}>
      <h1>خطتي</h1>
    </PublicLayout>,
  )
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(html.match(/<style>/g)).toHaveLength(1)
  expect(html).toContain('<a class="skip" href="#main">')
  expect(html).toMatch(/<header>.*<\/header>.*<main id="main".*<\/main><footer/s)
  expect(html).toContain('<a href="/fr" lang="fr" dir="ltr" hreflang="fr">Français</a>')
  expect(html).not.toContain('<script')
  expect(faultsOf(html)).toEqual([])
})

test('the quick exit posts its token and works with and without its script', async () => {
  const html = await markup(<PublicLayout {...page} exit={exit} scripts={['/assets/exit.js']} />)
  expect(html).toContain('<form class="exit" method="post" action="/exit" data-exit')
  expect(html).toContain('name="_token" value="t-1"')
  expect(html.match(/<script type="module" src="\/assets\/exit.js"><\/script>/g)).toHaveLength(1)
})

test('many languages fold behind the current one', async () => {
  const languages = ['fr', 'en', 'es', 'uk', 'ht', 'pa'].map((lang) => {
    return { lang, dir: 'ltr', autonym: lang, href: `/${lang}`, current: lang === 'es' } as const
  })
  const html = await markup(<PublicLayout {...page} languages={languages} />)
  expect(html).toContain('<summary>اللغة <bdi lang="es">es</bdi></summary>')
})

test('a workspace page names who works and what waits', async () => {
  const html = await markup(
    <WorkspaceLayout
      lang="fr"
      title="Dossiers"
      serviceName="Accompagnement Québec"
      user={{
        name: 'Camille Exemple',
        role: 'Agente',
        signOutAction: '/out',
        signOutLabel: 'Quitter',
        formToken: 't-1',
      }}
      nav={[{ href: '/files', label: 'Dossiers', current: true, count: 3 }]}
      words={{ skip: 'Aller au contenu' }}
    />,
  )
  expect(html).toContain('<bdi>Camille Exemple</bdi>')
  expect(html).toContain('<a href="/files" aria-current="page"><span>Dossiers</span><span class="count"> 3</span></a>')
  expect(faultsOf(html)).toEqual([])
})

test('a printed page carries no control', async () => {
  const html = await markup(
    <PrintLayout lang="fr" title="Plan" serviceName="Accompagnement Québec">
      <h1>Plan</h1>
    </PrintLayout>,
  )
  expect(html).not.toMatch(/<(form|button|nav)\b/)
  expect(faultsOf(html)).toEqual([])
})

test('a page for the frame of another site has no menu and no script', async () => {
  const html = await markup(
    <EmbedLayout lang="ar" dir="rtl" title="خدمات" footer={<a href="/ar/services">الكل</a>}>
      <h1>خدمات</h1>
    </EmbedLayout>,
  )
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(html).not.toMatch(/<(form|script|nav|header)\b/)
  expect(faultsOf(html)).toEqual([])
})
