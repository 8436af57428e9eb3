"use strict";
const AWS = require("aws-sdk");
const s3 = new AWS.S3();

exports.handler = async function (event, context) {
  const { bucket, prefix = "data/" } = event;
  const list = await s3.listObjectsV2({ Bucket: bucket, Prefix: prefix }).promise();
  if (!list.Contents.length) {
    return { statusCode: 404, empty: true };
  }
  return {
    statusCode: 200,
    count: list.Contents.length,
    first_key: list.Contents[0].Key,
  };
};
