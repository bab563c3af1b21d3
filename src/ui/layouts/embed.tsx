import type { Child } from 'hono/jsx'
import { PublicStyle } from '../style-element.tsx'
import { Document } from './document.tsx'

export type EmbedLayoutProps = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** Whose list this is, and where all of it stands. */
  footer: Child
  children?: Child
}

/** A page inside a page of another site: what is asked for, and whose it is; no menu, no script. */
export function EmbedLayout({ lang, dir, title, footer, children }: EmbedLayoutProps) {
  return (
    <Document lang={lang} dir={dir} title={title} class="public" style={<PublicStyle />}>
      <main id="main">{children}</main>
      <footer class="foot">{footer}</footer>
    </Document>
  )
}
