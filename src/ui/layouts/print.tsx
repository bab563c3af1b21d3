import type { Child } from 'hono/jsx'
import { PublicStyle } from '../style-element.tsx'
import { Document, Mark } from './document.tsx'

export type PrintLayoutProps = {
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  title: string
  serviceName: string
  /** Stands under the sheet's last line: who to call, when it was printed. */
  footer?: Child
  children?: Child
}

/** One A4 or letter sheet, on the screen as on paper. */
export function PrintLayout({ lang, dir, title, serviceName, footer, children }: PrintLayoutProps) {
  return (
    <Document lang={lang} dir={dir} title={title} class="sheet" style={<PublicStyle />}>
      <header class="sheet-head">
        <Mark />
        <span>{serviceName}</span>
      </header>
      <main id="main">{children}</main>
      {footer && <footer class="sheet-foot">{footer}</footer>}
    </Document>
  )
}
