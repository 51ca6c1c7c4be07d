// The join of `icd convert`, by DuckDB: three left joins against the crosswalk that `icd crosswalk export` writes, and the file written with the same added
// columns; the last of them, the reason for rejecting a row, is empty, since no row of this file is rejected. node duckdb.mjs INPUT CROSSWALK OUTPUT THREADS ordered|unordered|sorted text|typed COLUMNS
// ordered: preserve_insertion_order, which keeps the order through many queries, but not through this one. sorted: by the row's number, the only way to keep it.
// Columns are given, so that nothing is sniffed: all as text, which is only copied; or the number and the date by their types.
import { DuckDBInstance } from '@duckdb/node-api'

const [input, crosswalk, output, threads, order, types, columns] = process.argv.slice(2)
const text = (value) => `'${value.replaceAll("'", "''")}'`
const instance = await DuckDBInstance.create(':memory:', { threads, preserve_insertion_order: String(order !== 'unordered') })
const connection = await instance.connect()
await connection.run(`create table crosswalk as select icd10, icd11, relation, provenance, review
  from read_csv(${text(crosswalk)}, header = true, all_varchar = true)`)
const [id, date] = types === 'typed' ? ['bigint', 'date'] : ['varchar', 'varchar']
const diagnoses = ['dx1', 'dx2', 'dx3']
const added = diagnoses.flatMap((dx) => columns.split(',').map((column) => `${dx}_of.${column} as ${dx}_${column}`))
const joins = diagnoses.map((dx) => `left join crosswalk ${dx}_of on r.${dx} = ${dx}_of.icd10`)
await connection.run(`copy (select r.*, ${added.join(', ')}, null as icd_reason
  from read_csv(${text(input)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    columns = {'id': '${id}', 'dato': '${date}', 'dx1': 'varchar', 'dx2': 'varchar', 'dx3': 'varchar'}) r
  ${joins.join('\n  ')}${order === 'sorted' ? '\n  order by r.id' : ''}) to ${text(output)} (format csv, header, delimiter ',')`)
