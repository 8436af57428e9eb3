function helper() { return { not: "an output" } }

exports.handler = async function handler(event) {
  const rows = event.rows.map(function (row) { return { id: row.id, nope: 1 } })
  const local = () => { return { neither: 2 } }
  for (const row of rows) { if (row.stop) return { stopped_at: row.id } }
  return { rows, count: rows.length }
}
