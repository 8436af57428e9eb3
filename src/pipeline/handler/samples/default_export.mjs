export default async (event) => {
  const result = {};
  result.ok = event.rows > 10;
  result["rows"] = Number.parseInt(event.rows, 10);
  result.share = event.rows / 100;
  Object.assign(result, { label: String(event.label), when: new Date().toISOString() });
  return result;
};
