exports.handler = (event, context) => {
  const total = event.values.reduce((sum, value) => sum + value, 0);
  if (total < 0) {
    context.fail("negative");
    return;
  }
  context.succeed({ total, mean: total / event.values.length, label: "sum of " + event.values.length });
};
