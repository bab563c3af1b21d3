import type { Example } from '../../example.ts'
import { FileField } from './file-field.tsx'

export const examples: Example[] = [
  {
    name: 'avec un indice',
    render: () => <FileField name="directory" label="Fichier" hint="zip ou CSV, au plus 10 Mo." accept=".zip,.csv" />,
  },
  {
    name: 'avec une erreur',
    render: () => <FileField name="mapping" label="Correspondance" error="Ce n’est pas du JSON." />,
  },
]
