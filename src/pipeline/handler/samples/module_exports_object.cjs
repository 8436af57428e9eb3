const respond = (statusCode, extra) => ({ statusCode, ...extra });

async function handler({ name, retries = 3 }) {
  if (name === undefined) return respond(400, { message: "no name" });
  return respond(200, { greeting: `Hello ${name}`, retries });
}

module.exports = { handler, respond };
