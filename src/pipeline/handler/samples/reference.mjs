export const handler = async (event) => {
  const trainPath = `s3://${event.bucket}/${event.prefix}/train.csv`;
  return { statusCode: 200, body: "ok", train_path: trainPath };
};
