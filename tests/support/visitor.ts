// A browser without scripts, in process: cookies, forms as the page gave them, redirects.
import type { World } from './world.ts'

export type Page = { status: number; path: string; html: string; headers: Headers }
export type Visitor = {
  page: Page
  cookies: Map<string, string>
  open: (path: string) => Promise<Page>
  /** Fills the form of the page shown whose action is this address, and sends it; unnamed fields stay as they are. */
  send: (action: string, fields?: Record<string, string | string[]>, headers?: Record<string, string>) => Promise<Page>
  /** As `send`, for a form that takes files. */
  attach: (action: string, fields: Record<string, string | File>, headers?: Record<string, string>) => Promise<Page>
  /** A POST with exactly these fields. */
  post: (path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>) => Promise<Page>
}

export function visitorOf({ app }: Pick<World, 'app'>): Visitor {
  const cookies = new Map<string, string>()
  const visitor: Visitor = {
    page: { status: 0, path: '', html: '', headers: new Headers() },
    cookies,
    open,
    send,
    attach,
    post,
  }
  return visitor

  async function request(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    headers.set('host', 'localhost:3000')
    if (cookie) headers.set('cookie', cookie)
    const response = await app.request(`http://localhost:3000${path}`, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) keep(set)
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location?.startsWith('/')) return request(location, {})
    visitor.page = {
      status: response.status,
      path: location ?? path,
      html: await response.text(),
      headers: response.headers,
    }
    return visitor.page
  }

  function keep(set: string): void {
    const [pair = '', ...attributes] = set.split(/;\s*/)
    const [name = '', value = ''] = pair.split('=')
    if (value === '' || attributes.some((each) => each.toLowerCase() === 'max-age=0')) cookies.delete(name)
    else cookies.set(name, value)
  }

  function open(path: string): Promise<Page> {
    return request(path, {})
  }

  function send(
    action: string,
    fields: Record<string, string | string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return post(action, { ...hiddenIn(action), ...fields }, headers)
  }

  function attach(
    action: string,
    fields: Record<string, string | File>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...hiddenIn(action), ...fields })) body.append(name, value)
    return request(action, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
  }

  /** What the page put into its form. */
  function hiddenIn(action: string): Record<string, string> {
    const form = new RegExp(
      `<form[^>]*action="${action.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[^>]*>(.*?)</form>`,
      's',
    ).exec(visitor.page.html)?.[1]
    if (form === undefined) throw new Error(`No form to ${action} on ${visitor.page.path} (${visitor.page.status}).`)
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    return Object.fromEntries(hidden.map((found) => [found[1] ?? '', found[2] ?? '']))
  }

  function post(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
    )
    return request(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    })
  }
}
