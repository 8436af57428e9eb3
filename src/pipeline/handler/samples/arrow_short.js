exports.handler = async ({ a, b }) => ({ sum: Number(a) + Number(b), text: a + " and " + b, same: a === b, not: !a })
