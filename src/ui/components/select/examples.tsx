import type { Example } from '../../example.ts'
import { Select } from './select.tsx'

const regions = [
  { value: '', label: 'Choisissez' },
  { value: '03', label: 'Capitale-Nationale' },
  { value: '05', label: 'Estrie' },
  { value: '06', label: 'Montréal' },
]

export const examples: Example[] = [
  {
    name: 'avec une valeur',
    render: () => <Select name="region" label="Région où vous vivez" options={regions} value="05" />,
  },
  {
    name: 'avec une erreur',
    render: () => (
      <Select name="destination" label="Région où vous irez" options={regions} error="Choisissez une région" />
    ),
  },
]
