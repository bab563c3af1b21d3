import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small export in the layout of ORServices, every name in it invented. */
const files: Record<string, string> = {
  'organizations.csv': `id,name,alternate_name,description,email,url,tax_id,year_incorporated,legal_status
1,La Passerelle (fictif),,"Accueille &amp; relie
<b>tout le monde</b>",info@passerelle.example.org,www.passerelle.example.org,,1990,
2,Maison Discrète (fictif),,,,,,,
1,La Passerelle bis,,,,,,,
,Sans numéro,,,,,,,
`,
  'services.csv': `service_recordid,service_name,service_organization,service_description,service_url,service_status,service_program
10,Cours de français,1,Petits groupes,https://passerelle.example.org/cours,6,5
11,Hébergement,2,,,1,
12,Orphelin,999,,,,
13,,1,Sans nom,,,
`,
  'programs.csv': 'id,organization_id,name,alternate_name\n5,1,Langue,\n',
  'locations.csv': `id,organization_id,name,alternate_name,description,transportation,latitude,longitude
20,1,Bureau,,,,46.8,-71.2
21,2,Refuge,,3e étage à gauche,,45.5,-73.6
22,,Perdu,,,,,
`,
  'services_at_location.csv': 'id,service_id,location_id,description\n1,10,20,\n2,11,21,\n3,10,77,\n4,10,22,\n',
  'physical_addresses.csv': `id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country
30,20,,1 rue Inventée,,Québec,,QC,G1R 1A1,CA
31,21,,2 rue Cachée,,Montréal,,QC,H2X 1A1,CA
32,20,,,,Québec,,QC,,CA
`,
  'phones.csv': `id,location_id,service_id,organization_id,number,extension,type,description
40,20,"10,11",,418-555-0101,017,voice,
41,21,,,514-555-0102,22,voice,
`,
  'schedules.csv': `id,name,service_id,location_id,weekday,dtstart,until,byday,description,opens_at,closes_at
50,,10,20,Monday-Friday,8:30AM,5:00PM,,,,
51,,10,,,,,monday,,,
52,,10,,,,,,,,
`,
  'taxonomy_types.csv': 'taxonomy_type_recordid,name,type\n60,Catégories,internal\n',
  'taxonomy_terms.csv': `taxonomy_recordid,taxonomy_name,taxonomy_parent_name,taxonomy,taxonomy_parent_recordid
61,Français,62,60,
62,Apprendre,,60,
`,
  'service_attributes.csv': 'id,service_id,taxonomy_term_id\n1,10,61\n2,11,99\n',
  'service_areas.csv': 'id,service_id,service_area,description\n',
  'empty.csv': '',
}

export function smallExport(changes: Record<string, string> = {}): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  for (const [name, text] of Object.entries({ ...files, ...changes })) writeFileSync(join(folder, name), text)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
