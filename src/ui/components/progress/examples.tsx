import type { Example } from '../../example.ts'
import { Progress } from './progress.tsx'

export const examples: Example[] = [
  { name: 'plan entamé', render: () => <Progress label="4 étapes faites sur 11" value={4} max={11} /> },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => <Progress label="أُنجزت 4 خطوات من 11" value={4} max={11} />,
  },
]
