import type { Child } from 'hono/jsx'

export type ErrorSummaryProps = {
  title: Child
  errors: readonly { href: string; text: Child }[]
  focus?: boolean | undefined
}

/** Stands above the h1 of a page that came back; takes the focus, so that it is heard first. */
export function ErrorSummary({ title, errors, focus = true }: ErrorSummaryProps) {
  return (
    <div class="notice danger" role="alert" tabindex={-1} autofocus={focus} id="errors">
      <h2>{title}</h2>
      <ul class="plain-list">
        {errors.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
