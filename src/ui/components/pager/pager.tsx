export type PagerProps = {
  words: { previous: string; next: string; label?: string | undefined }
  previous?: string | undefined
  next?: string | undefined
}

export function Pager({ words, previous, next }: PagerProps) {
  if (previous === undefined && next === undefined) return <></>
  return (
    <nav class="pager" aria-label={words.label ?? `${words.previous}, ${words.next}`}>
      {previous !== undefined && (
        <a class="back" rel="prev" href={previous}>
          {words.previous}
        </a>
      )}
      {next !== undefined && (
        <a class="forward" rel="next" href={next}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
