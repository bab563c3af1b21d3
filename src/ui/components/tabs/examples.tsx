import type { Example } from '../../example.ts'
import { Tabs } from './tabs.tsx'

export const examples: Example[] = [
  {
    name: 'files de travail',
    render: () => (
      <Tabs
        label="Files de travail"
        items={[
          { href: '#today', label: 'À faire aujourd’hui', count: 3, current: true },
          { href: '#mine', label: 'Mes dossiers', count: 42, current: false },
          { href: '#waiting', label: 'En attente d’un partenaire', count: 0, current: false },
          { href: '#closed', label: 'Terminés', current: false },
        ]}
      />
    ),
  },
]
