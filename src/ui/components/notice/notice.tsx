import type { Child } from 'hono/jsx'

export type NoticeProps = { kind: 'info' | 'success' | 'warning' | 'danger'; title?: Child; children?: Child }

/** Something to know before going on. Its sign differs by kind, not only its colour. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'success' ? 'status' : undefined}>
      {title && <p class="title">{title}</p>}
      {children}
    </div>
  )
}
