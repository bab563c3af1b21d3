import type { Child } from 'hono/jsx'
import { WorkspaceStyle } from '../style-element.tsx'
import { Document, Mark } from './document.tsx'

export type WorkspaceNavLink = { href: string; label: Child; current: boolean; count?: number | undefined }

export type WorkspaceUser = {
  name: string
  role: string
  signOutAction: string
  signOutLabel: string
  formToken: string
}

export type WorkspaceLayoutProps = {
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  title: string
  serviceName: string
  homeHref?: string | undefined
  user?: WorkspaceUser | undefined
  nav: readonly WorkspaceNavLink[]
  words: { skip: string; demo?: string | undefined }
  scripts?: readonly string[] | undefined
  children?: Child
}

/** For who works here all day: pages at the side, work in the middle, nothing moves. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  const { lang, dir, title, serviceName, homeHref, user, nav, words, scripts, children } = props
  return (
    <Document lang={lang} dir={dir} title={title} class="workspace" style={<WorkspaceStyle />} scripts={scripts}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header>
        {words.demo && <p class="demo">{words.demo}</p>}
        <div class="top">
          <a class="wordmark" href={homeHref ?? nav[0]?.href ?? '/'}>
            <Mark />
            <span>{serviceName}</span>
          </a>
          {user && <User {...user} />}
        </div>
      </header>
      <div class="desk">
        {nav.length > 0 && <Nav label={serviceName} links={nav} />}
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </div>
    </Document>
  )
}

function User({ name, role, signOutAction, signOutLabel, formToken }: WorkspaceUser) {
  return (
    <form class="user" method="post" action={signOutAction}>
      <input type="hidden" name="_token" value={formToken} />
      <p>
        <bdi>{name}</bdi>
        <span>{role}</span>
      </p>
      <button type="submit" class="button plain">
        {signOutLabel}
      </button>
    </form>
  )
}

function Nav({ label, links }: { label: string; links: readonly WorkspaceNavLink[] }) {
  return (
    <nav class="side" aria-label={label}>
      <ul>
        {links.map(({ href, label: text, current, count }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <span>{text}</span>
              {count !== undefined && <span class="count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
