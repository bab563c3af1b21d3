import type { JSX } from 'hono/jsx/jsx-runtime'

/** One use of a component: feeds its test and the page /dev/ui. French unless it says otherwise. */
export type Example = {
  name: string
  lang?: string
  dir?: 'ltr' | 'rtl'
  render: () => JSX.Element
}
