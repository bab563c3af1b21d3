import type { Child } from 'hono/jsx'
import { PublicStyle } from '../style-element.tsx'
import { Document, Mark } from './document.tsx'
import { LanguageBar, type LanguageLink } from './language-bar.tsx'

export type NavLink = { href: string; label: Child; current: boolean }

export type PublicLayoutProps = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  serviceName: string
  homeHref: string
  languages: readonly LanguageLink[]
  words: {
    skip: string
    languages: string
    privacy: string
    accessibility: string
    help: string
    demo?: string | undefined
  }
  links: { privacy: string; accessibility: string; help: string }
  /** The quick exit: without script the server answers with another site; `leaveHref` is where the script goes at once. */
  exit?: { action: string; label: string; formToken: string; leaveHref?: string | undefined } | undefined
  phone?: { tel: string; display: string; label: Child } | undefined
  nav?: readonly NavLink[] | undefined
  scripts?: readonly string[] | undefined
  children?: Child
}

export function PublicLayout(props: PublicLayoutProps) {
  const { lang, dir, title, words, exit, nav = [], scripts, children } = props
  return (
    <Document lang={lang} dir={dir} title={title} class="public" style={<PublicStyle />} scripts={scripts}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Header {...props} />
      {(exit || nav.length > 0) && (
        <div class="bar">
          {nav.length > 0 && <Nav label={props.serviceName} links={nav} />}
          {exit && <Exit {...exit} />}
        </div>
      )}
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <Footer {...props} />
    </Document>
  )
}

function Header({ lang, homeHref, serviceName, languages, words }: PublicLayoutProps) {
  return (
    <header>
      {words.demo && <p class="demo">{words.demo}</p>}
      <div class="top">
        <a class="wordmark" href={homeHref}>
          <Mark />
          <span lang={lang === 'fr' ? undefined : 'fr'}>{serviceName}</span>
        </a>
        {languages.length > 1 && <LanguageBar label={words.languages} languages={languages} />}
      </div>
    </header>
  )
}

/** Weather of the whole country: a site that says nothing of who was here. */
const elsewhere = 'https://meteo.gc.ca/'

/** Stays at the top edge while the page scrolls, in a band of its own so that it never lies over a word. */
function Exit({ action, label, formToken, leaveHref = elsewhere }: NonNullable<PublicLayoutProps['exit']>) {
  return (
    <form class="exit" method="post" action={action} data-exit data-leave={leaveHref}>
      <input type="hidden" name="_token" value={formToken} />
      <button type="submit" class="button danger">
        {label}
      </button>
    </form>
  )
}

function Nav({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav class="pages" aria-label={label}>
      <ul>
        {links.map(({ href, label: text, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Help stands first and in the same place on every page. */
function Footer({ phone, links, words }: PublicLayoutProps) {
  return (
    <footer class="foot">
      {phone && (
        <p class="call">
          <span>{phone.label}</span>{' '}
          <a href={`tel:${phone.tel}`}>
            <bdi dir="ltr">{phone.display}</bdi>
          </a>
        </p>
      )}
      <ul>
        <li>
          <a href={links.help}>{words.help}</a>
        </li>
        <li>
          <a href={links.privacy}>{words.privacy}</a>
        </li>
        <li>
          <a href={links.accessibility}>{words.accessibility}</a>
        </li>
      </ul>
    </footer>
  )
}
