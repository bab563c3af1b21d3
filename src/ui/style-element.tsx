import { raw } from 'hono/html'
import { publicCss, workspaceCss } from './styles.gen.ts'

/** The text must be the very text that was hashed, so it goes in unescaped. */
export function PublicStyle() {
  return <style>{raw(publicCss)}</style>
}

export function WorkspaceStyle() {
  return <style>{raw(workspaceCss)}</style>
}
