async function main(event) {
  const [first, second] = await Promise.all([one(event), two()]);
  return { first, second: second.value, both: `${first}-${second.value}` };
}

async function one(event) {
  return `x${event.x}`;
}

const two = async () => ({ value: 2 });

export { main as handler };
