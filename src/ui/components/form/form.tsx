import type { Child } from 'hono/jsx'

export type FormProps = {
  action: string
  /** Proves that the form came from our own page. */
  token: string
  /** Makes a second press of the same button do nothing more. */
  requestKey?: string | undefined
  id?: string | undefined
  enctype?: 'multipart/form-data' | undefined
  children?: Child
}

/** The browser's own checks are off: they speak the browser's language, not the page's. */
export function Form({ action, token, requestKey, id, enctype, children }: FormProps) {
  return (
    <form class="form" method="post" action={action} accept-charset="utf-8" novalidate id={id} enctype={enctype}>
      <input type="hidden" name="_token" value={token} />
      {requestKey !== undefined && <input type="hidden" name="_key" value={requestKey} />}
      {children}
    </form>
  )
}
