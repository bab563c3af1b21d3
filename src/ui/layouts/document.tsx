import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'

export type DocumentProps = {
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  title: string
  /** The page's one style element. */
  style: Child
  scripts?: readonly string[] | undefined
  class: string
  children?: Child
}

/** What every page has around its body. */
export function Document({ lang, dir = 'ltr', title, style, scripts = [], class: name, children }: DocumentProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang} dir={dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <meta name="theme-color" content="#095797" />
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          <link rel="manifest" href="/assets/manifest.webmanifest" />
          {style}
          {[...new Set(scripts)].map((src) => (
            <script type="module" src={src}></script>
          ))}
        </head>
        <body class={name}>{children}</body>
      </html>
    </>
  )
}

/** Steps that rise to a light: the service's own sign, no one's logo. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M3 28h9v-7h8v-7h9" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linejoin="round" />
      <circle cx="24.5" cy="6" r="3.5" />
    </svg>
  )
}
