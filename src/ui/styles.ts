import { createHash } from 'node:crypto'
import { publicCss, workspaceCss } from './styles.gen.ts'

/** What the Content-Security-Policy lets in, one source for each bundle. */
export const styleHashes: { public: string; workspace: string } = {
  public: hashOf(publicCss),
  workspace: hashOf(workspaceCss),
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

export { PublicStyle, WorkspaceStyle } from './style-element.tsx'
