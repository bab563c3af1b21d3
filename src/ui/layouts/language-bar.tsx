export type LanguageLink = { lang: string; dir: 'ltr' | 'rtl'; autonym: string; href: string; current: boolean }

const mostInARow = 5
type LanguageBarProps = { label: string; languages: readonly LanguageLink[] }

/** A few languages stand in a row; many fold behind the current one, so that a phone still shows the page. */
export function LanguageBar({ label, languages }: LanguageBarProps) {
  const current = languages.find((language) => language.current)
  const list = <LanguageList languages={languages} />
  return (
    <nav class="languages" aria-label={label}>
      {languages.length <= mostInARow ? (
        list
      ) : (
        <details>
          <summary>
            {label} <bdi lang={current?.lang}>{current?.autonym}</bdi>
          </summary>
          {list}
        </details>
      )}
    </nav>
  )
}

function LanguageList({ languages }: { languages: readonly LanguageLink[] }) {
  return (
    <ul>
      {languages.map(({ lang, dir, autonym, href, current }) => (
        <li>
          <a href={href} lang={lang} dir={dir} hreflang={lang} aria-current={current ? 'true' : undefined}>
            {autonym}
          </a>
        </li>
      ))}
    </ul>
  )
}
